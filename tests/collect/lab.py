#!/usr/bin/env python3
"""Faults on the path to a registry, made on loopback, and the guide's script run against each.

Run in a network and mount namespace of its own (`unshare --net --mount`), as root there: it brings up loopback with public and
private addresses, a name server, and hosts on port 443 that fail in every way. Each fault has a registry of its own, so all run
at once. Arguments: a scratch folder, the filled-in script, shells ("dash", "busybox sh" ...). Prints one JSON object a run:
{"fault", "shell", "seconds", "text"}. Needs nothing but Python's own modules, ip and openssl.
"""

import email.utils, json, os, shutil, socket, ssl, struct, subprocess, sys, threading, time
from concurrent.futures import ThreadPoolExecutor

SCRATCH, SCRIPT, SHELLS = sys.argv[1], sys.argv[2], sys.argv[3:]
CHAIN = "d1.swedencentral.cloudapp.azure.com"
REALM = 'Bearer realm="https://x/oauth2/token",service="x"'


def run(*command):
    subprocess.run(command, check=True, capture_output=True)


# --- Certificates: an authority that the machine trusts, one that it does not, one of a maker of inspecting proxies -----------------

def authority(name, subject):
    run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", subject,
        "-keyout", f"{SCRATCH}/{name}.key", "-out", f"{SCRATCH}/{name}.crt")


def certificate(name, by, host, dates=()):
    """A certificate for a host; `dates` as `openssl ca` wants them, for one that does not hold today."""
    with open(f"{SCRATCH}/{name}.ext", "w") as file:
        file.write(f"subjectAltName=DNS:{host}\n")
    run("openssl", "req", "-new", "-newkey", "rsa:2048", "-nodes", "-subj", f"/CN={host}",
        "-keyout", f"{SCRATCH}/{name}.key", "-out", f"{SCRATCH}/{name}.csr")
    folder = f"{SCRATCH}/ca-{name}"
    os.makedirs(folder)
    open(f"{folder}/index", "w").close()
    with open(f"{folder}/serial", "w") as file:
        file.write("1000\n")
    with open(f"{folder}/conf", "w") as file:
        file.write(f"[ca]\ndefault_ca=d\n[d]\ndir={folder}\nnew_certs_dir={folder}\ndatabase={folder}/index\n"
                   f"serial={folder}/serial\ndefault_md=sha256\npolicy=p\n[p]\ncommonName=supplied\n")
    run("openssl", "ca", "-batch", "-notext", "-config", f"{folder}/conf", "-cert", f"{SCRATCH}/{by}.crt",
        "-keyfile", f"{SCRATCH}/{by}.key", "-in", f"{SCRATCH}/{name}.csr", "-out", f"{SCRATCH}/{name}.crt",
        "-extfile", f"{SCRATCH}/{name}.ext", *(dates or ("-days", "20")))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(f"{SCRATCH}/{name}.crt", f"{SCRATCH}/{name}.key")
    return context


# --- Hosts ----------------------------------------------------------------------------------------------------------------------------

def registry(token="401", challenge=True, status=401, ahead=0):
    """Answers as a registry does: its challenge at /v2/, its rules at the token service."""
    def answer(path):
        date = email.utils.formatdate(time.time() + ahead, usegmt=True)
        head = [f"Date: {date}", "X-Ms-Correlation-Request-Id: 0", "Content-Type: application/json; charset=utf-8"]
        if "/oauth2/token" in path and token == "403":
            message = "client with IP '203.0.113.7' is not allowed access. Refer https://aka.ms/acr/firewall to grant access."
            return 403, head, json.dumps({"errors": [{"code": "DENIED", "message": message}]})
        if "/oauth2/token" in path and token == "200":
            return 200, head, json.dumps({"access_token": "SECRET"})
        code = 401 if "/oauth2/token" in path else status
        return code, head + ([f"Www-Authenticate: {REALM}"] if challenge else []), '{"errors":[{"code":"UNAUTHORIZED"}]}'
    return answer


def page(path):
    return 200, ["Content-Type: text/html; charset=utf-8"], "<html><body>This site is blocked.</body></html>"


def data(path):
    return 403, ["Content-Type: application/json", "X-Ms-Correlation-Request-Id: 0"], '{"errors":[{"code":"DENIED"}]}'


def serve(address, answer, context=None, port=443):
    listener = socket.create_server((address, port), backlog=64)

    def talk(connection):
        try:
            connection.settimeout(20)
            stream = context.wrap_socket(connection, server_side=True) if context else connection
            request = stream.recv(65536).decode("latin1")
            code, head, body = answer(request.split(" ")[1])
            lines = [f"HTTP/1.1 {code} Answer", *head, f"Content-Length: {len(body)}", "Connection: close", "", body]
            stream.sendall("\r\n".join(lines).encode())
            stream.close()
        except (OSError, IndexError):
            connection.close()
    threading.Thread(target=lambda: [threading.Thread(target=talk, args=(listener.accept()[0],), daemon=True).start()
                                     for _ in iter(int, 1)], daemon=True).start()


def drop(address, port=443):
    """A listener whose queue is full: further SYNs get no answer, as where a firewall drops them."""
    listener = socket.socket()
    listener.bind((address, port))
    listener.listen(0)
    held = [listener]
    for _ in range(3):
        client = socket.socket()
        client.setblocking(False)
        client.connect_ex((address, port))
        held.append(client)
    HELD.append(held)


def reset(address):
    """Accepts, then resets the connection when the handshake begins."""
    def talk(path):
        raise OSError
    listener = socket.create_server((address, 443))

    def loop():
        while True:
            connection, _ = listener.accept()
            connection.recv(1)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            connection.close()
    threading.Thread(target=loop, daemon=True).start()


HELD = []


def proxy(address, answer):
    """A proxy on port 3128: refuses with a status, or connects when that is 200."""
    listener = socket.create_server((address, 3128))

    def pump(one, other):
        try:
            while chunk := one.recv(65536):
                other.sendall(chunk)
            other.shutdown(socket.SHUT_WR)
        except OSError:
            pass

    def talk(connection):
        request = b""
        while b"\r\n\r\n" not in request:
            request += connection.recv(4096) or b"\r\n\r\n"
        host = request.split(b" ")[1].split(b":")[0].decode()
        if answer != 200:
            connection.sendall(f"HTTP/1.1 {answer} No\r\nProxy-Authenticate: Basic realm=x\r\nContent-Length: 0\r\n\r\n".encode())
            connection.close()
            return
        try:
            target = socket.create_connection((WHERE[host], 443), 5)
        except (OSError, KeyError):
            connection.sendall(b"HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n")
            connection.close()
            return
        connection.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        threading.Thread(target=pump, args=(connection, target), daemon=True).start()
        pump(target, connection)

    def loop():
        while True:
            threading.Thread(target=talk, args=(listener.accept()[0],), daemon=True).start()
    threading.Thread(target=loop, daemon=True).start()


# --- Names ----------------------------------------------------------------------------------------------------------------------------

WHERE = {}
NAMES = {"login.microsoftonline.com": ["20.9.9.9"], "blob.core.windows.net": []}


def name_server():
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind(("127.0.0.1", 53))

    def encoded(name):
        return b"".join(bytes([len(label)]) + label.encode() for label in name.split(".")) + b"\0"

    def loop():
        while True:
            query, sender = server.recvfrom(512)
            at, labels = 12, []
            while query[at]:
                labels.append(query[at + 1:at + 1 + query[at]].decode())
                at += query[at] + 1
            name, kind = ".".join(labels).lower(), struct.unpack(">H", query[at + 1:at + 3])[0]
            chain = NAMES.get(name)
            if chain == "silent":
                continue
            records, code, owner = [], 0, name
            if chain is None or chain == "failed":
                code = 2 if chain == "failed" else 3
            for target in chain if isinstance(chain, list) else []:
                if target[0].isdigit():
                    if kind == 1:
                        records.append(encoded(owner) + struct.pack(">HHIH", 1, 1, 60, 4) + socket.inet_aton(target))
                else:
                    records.append(encoded(owner) + struct.pack(">HHIH", 5, 1, 60, len(encoded(target))) + encoded(target))
                    owner = target
            head = query[:2] + struct.pack(">HHHHH", 0x8180 | code, 1, len(records), 0, 0)
            server.sendto(head + query[12:at + 5] + b"".join(records), sender)
    threading.Thread(target=loop, daemon=True).start()


# --- Faults -----------------------------------------------------------------------------------------------------------------------------

FAULTS, ADDRESSES = {}, iter(range(1, 250))


def fault(name, login, data_host=data, private=False, env=None, names=None, data_private=None, tools=None):
    """Registers a fault: what the login server and the data endpoint do, what names say, which variables are set."""
    number = next(ADDRESSES)
    public, inner = (f"20.1.{number}.1", f"20.1.{number}.2"), (f"10.1.{number}.1", f"10.1.{number}.2")
    mine = inner[0] if private else public[0]
    other = inner[1] if (private if data_private is None else data_private) else public[1]
    for address in (mine, other):
        run("ip", "address", "add", f"{address}/32", "dev", "lo")
    server = f"contoso{number}.azurecr.io"
    link = [f"contoso{number}.privatelink.azurecr.io"] if private else []
    NAMES[server] = names if names is not None else [*link, CHAIN, mine]
    NAMES[f"contoso{number}.swedencentral.data.azurecr.io"] = [other]
    for address, host, behaviour in ((mine, server, login), (other, f"contoso{number}.swedencentral.data.azurecr.io", data_host)):
        if behaviour == "drop":
            drop(address)
        elif behaviour == "reset":
            reset(address)
        elif isinstance(behaviour, Own):
            behaviour.start(address, host, f"{name}-{address}")
        elif behaviour:
            serve(address, behaviour, certificate(f"{name}-{address}", "trusted", host))
        WHERE[host] = address
    FAULTS[name] = (server, env or {}, tools)


class Own:
    """A host that is started in a way of its own."""
    def __init__(self, start):
        self.start = start


def with_certificate(by, dates=(), host=None, answer=None):
    return Own(lambda address, own, name: serve(address, answer or registry(), certificate(name, by, host or own, dates)))


def define():
    login, anywhere = "http://user:pa%40ss@127.0.0.2:3128", "http://127.0.0.3:3128"
    fault("healthy", registry())
    fault("healthy-anonymous", registry(token="200"))
    fault("name-unknown", None)
    NAMES.pop(FAULTS["name-unknown"][0])
    NAMES.pop(FAULTS["name-unknown"][0].replace(".azurecr", ".swedencentral.data.azurecr"))
    fault("only-login-unknown", None)
    NAMES.pop(FAULTS["only-login-unknown"][0])
    fault("name-empty", None, names=[])
    fault("name-failed", None, names="failed")
    fault("name-silent", None, names="silent")
    fault("refused", None)
    fault("dropped", "drop")
    fault("private-dropped", "drop", private=True)
    fault("reset", "reset")
    fault("not-tls", Own(lambda address, host, name: serve(address, registry())))
    fault("inspected", with_certificate("inspector"))
    fault("self-signed", with_certificate("unknown"))
    fault("wrong-name", with_certificate("trusted", host="proxy.example"))
    fault("expired", with_certificate("trusted", ("-startdate", "20200101000000Z", "-enddate", "20210101000000Z")))
    fault("clock-behind", with_certificate("trusted", ("-startdate", "20500101000000Z", "-enddate", "20510101000000Z"),
                                           answer=registry(ahead=24 * 3600)))
    fault("denied", registry(token="403"))
    fault("no-challenge", registry(challenge=False, status=403))
    fault("block-page", page)
    fault("unavailable", registry(status=503))
    fault("only-data-dropped", registry(), data_host="drop")
    fault("data-not-private", registry(), private=True, data_private=False)
    fault("data-unknown", registry(), private=True)
    NAMES.pop(FAULTS["data-unknown"][0].replace(".azurecr", ".swedencentral.data.azurecr"))
    fault("proxy-login", "drop", env={"HTTPS_PROXY": login, "https_proxy": login})
    fault("proxy-refuses", "drop", env={"HTTPS_PROXY": "http://127.0.0.4:3128", "https_proxy": "http://127.0.0.4:3128"})
    fault("proxy-closed", "drop", env={"HTTPS_PROXY": "http://127.0.0.9:3128", "https_proxy": "http://127.0.0.9:3128"})
    fault("proxied-healthy", registry(), names="failed", env={"HTTPS_PROXY": anywhere, "https_proxy": anywhere})
    for name, tools in (("wget", ["wget", "nslookup", "nc"]), ("python", ["python3"]), ("openssl", ["openssl", "getent"]),
                        ("nothing", [])):
        fault(f"healthy-with-{name}", registry(), tools=tools)
        fault(f"inspected-with-{name}", with_certificate("inspector"), tools=tools)
        fault(f"dropped-with-{name}", "drop", tools=tools)
        fault(f"denied-with-{name}", registry(token="403"), tools=tools)
    # As on macOS.
    for name, login in (("healthy", registry()), ("dropped", "drop")):
        fault(f"{name}-with-no-timeout", login, tools=["-timeout", "curl", "nslookup", "bash", "openssl"])


BASE = ["cat", "cut", "date", "dirname", "grep", "head", "kill", "sed", "sleep", "sort", "tail", "timeout", "tr", "dash", "busybox", "env"]


def path_with(name, tools):
    """A folder with nothing but the usual small programs, and these."""
    folder = f"{SCRATCH}/path-{name}"
    os.makedirs(folder, exist_ok=True)
    for tool in BASE + tools:
        if f"-{tool}" in tools:
            continue
        target = sys.executable if tool == "python3" else shutil.which(tool)
        if target and not os.path.exists(f"{folder}/{tool}"):
            os.symlink(target, f"{folder}/{tool}")
    return folder


def measure(job):
    name, shell = job
    server, env, tools = FAULTS[name]
    usual = {"HOME": SCRATCH, "PATH": f"{os.path.dirname(sys.executable)}:/usr/sbin:/usr/bin:/sbin:/bin"}
    if tools is not None:
        usual["PATH"] = path_with(name, tools)
    with open(SCRIPT) as file:
        script = file.read().replace("contoso.azurecr.io", server)
    started = time.monotonic()
    program, *rest = shell.split(" ")
    done = subprocess.run([shutil.which(program), *rest], input=script.encode(), capture_output=True, env={**usual, **env}, timeout=100)
    text = done.stdout.decode("utf8", "replace") + done.stderr.decode("utf8", "replace")
    return {"fault": name, "shell": shell, "seconds": round(time.monotonic() - started, 1), "text": text, "server": server}


def main():
    run("ip", "link", "set", "lo", "up")
    run("mount", "--make-rprivate", "/")
    for file, text in (("resolv.conf", "nameserver 127.0.0.1\n"), ("hosts", "127.0.0.1 localhost\n")):
        with open(f"{SCRATCH}/{file}", "w") as out:
            out.write(text)
        run("mount", "--bind", f"{SCRATCH}/{file}", f"/etc/{file}")
    authority("trusted", "/C=US/O=Microsoft Corporation/CN=Microsoft Azure RSA TLS Issuing CA 03")
    authority("unknown", "/O=Contoso/CN=Contoso Inner Root")
    authority("inspector", "/O=Zscaler Inc./CN=Zscaler Intermediate Root CA")
    # The one place where curl, wget, OpenSSL and Python look on Debian and its kin.
    run("mount", "--bind", f"{SCRATCH}/trusted.crt", "/etc/ssl/certs/ca-certificates.crt")
    os.environ["SSL_CERT_FILE"] = f"{SCRATCH}/trusted.crt"
    name_server()
    define()
    proxy("127.0.0.2", 407)
    proxy("127.0.0.3", 200)
    proxy("127.0.0.4", 403)
    jobs = [(name, shell) for shell in SHELLS for name in FAULTS]
    with ThreadPoolExecutor(12) as pool:
        for result in pool.map(measure, jobs):
            print(json.dumps(result), flush=True)


main()
