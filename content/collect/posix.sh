#!/bin/sh
# What a machine sees of its registry, one fact a line: src/paste/facts.rs reads it back. Only reads, asks without signing in,
# under a minute. Any POSIX shell, busybox's too. Comment lines are not part of what readers copy.
# Not in here: `!` before a word (bash looks for it in its history), tabs (they complete), braces around one lower-case word
# (the guide's own names), commands that read standard input (it is the script).
: registry-guide-script 1
set +e -f; LC_ALL=C; export LC_ALL; login='{login-server}'; proxy="${https_proxy:-${HTTPS_PROXY:-${all_proxy:-$ALL_PROXY}}}"
has() { command -v "$1" >/dev/null 2>&1; }
# Whatever stands before an @ may be a password.
fact() { [ "$3" ] && printf 'fact %s\n' "$*" | sed 's#[^ ]*@#***@#g' | cut -c 1-300; }
# Eight seconds for a probe, also where there is no timeout(1).
lim() {
  if has timeout; then timeout 8 "$@" </dev/null 2>&1; return; fi
  "$@" </dev/null 2>&1 & job=$!
  (sleep 8; kill $job) >/dev/null 2>&1 & guard=$!
  wait $job; code=$?; kill $guard; return $code
}
words() { tr -s ' \t=,' '\n' | sed 's/\.$//' | grep -E "$1" | sort -u | tr '\n' ' '; }
pick() { printf '%s\n' "$out" | tr -d '\r' | sed -nE "$1" | tail -n 1; }
asked() { if has nslookup; then lim nslookup "$1"; elif has host; then lim host "$1"; elif has dig; then lim dig "$1"; else return 127; fi; }
# The machine's own way to an address first: it knows its hosts file, which tools for DNS do not.
look() {
  if has getent; then lim getent ahosts "$1"
  elif has python3; then lim python3 -c 'import socket, sys; [print(a[4][0]) for a in socket.getaddrinfo(sys.argv[1], 443)]' "$1"
  else asked "$1" | sed '/^Server/d; /^;/d; /^Address.*[:#]53$/d'; fi | words '^([0-9]+\.){3}[0-9]+$|^[0-9a-f]*:[0-9a-f:.]*:[0-9a-f.]*$'
}
names() {
  dns=$(look "$host"); out=$(asked "$host"); code=$?
  case "$code ${dns:-none} $out" in
    127\ none*) if has getent || has python3; then dns=none; else dns='untested: no tool'; fi ;; *\ none*NXDOMAIN*) dns=unknown ;;
    *\ none*SERVFAIL*|*\ none*REFUSED*) dns=failed ;; *\ none*'no servers'*|*\ none*'timed out'*) dns=no-answer ;;
    *\ none*'o answer'*|*\ none*'ANSWER: 0'*|*\ none*'no A record'*) dns=empty ;; *\ none*) dns=none ;;
  esac
  # No tool says why: if another name resolves, this one does not exist.
  if [ "$dns" = none ]; then if [ "$(look '{sign-in}')" ]; then dns=unknown; else dns=failed; fi; fi
  fact "$host" dns "$dns"
  fact "$host" chain "$(printf '%s\n' "$out" | words '^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]+$')"
}
port() {
  if has bash; then out=$(lim bash -c ": </dev/tcp/$host/443")
  elif has nc; then out=$(lim nc -vz -w 6 "$host" 443)
  elif has python3; then out=$(lim python3 -c 'import socket, sys; socket.create_connection((sys.argv[1], 443), 6)' "$host")
  else out='no tool'; fi
  case "$? $out" in
    *'no tool'|*nvalid\ option*) tcp='untested: no tool' ;; 0\ *) tcp=ok ;; 124\ *|143\ *|*'imed out'*) tcp=timeout ;;
    *efused*) tcp=refused ;; *nreachable*|*'o route'*) tcp=unreachable ;; *reset*) tcp=reset ;; *) tcp=failed ;;
  esac
  fact "$host" tcp "$tcp"
}
ask() {
  if has curl; then lim curl -qsSv -m 7 $insecure "$1"
  elif has wget; then
    if wget --help 2>&1 | grep -q content-on-error; then set -- --content-on-error "$1"; fi
    lim wget -T 7 -S -O - ${insecure:+--no-check-certificate} "$@"
  elif has python3; then lim python3 -c 'import ssl, sys, urllib.request as u
def show(r): print("HTTP/1.1", r.status, "\n%s\n" % r.headers, r.read(4000).decode("utf8", "replace"))
try: show(u.build_opener(u.HTTPSHandler(context=ssl._create_unverified_context() if sys.argv[2:] else None)).open(sys.argv[1], timeout=7))
except u.HTTPError as e: show(e)
except Exception as e: sys.exit("error: %s" % e)' "$1" $insecure
  else return 127; fi
}
# An answer's status. A proxy answers curl too: only curl's success makes an answer the host's.
web() {
  out=$(ask "https://$host$2"); code=$?; status=none
  if [ $code = 127 ]; then status='untested: no tool'; elif [ $code = 0 ] || [ -z "$(command -v curl)" ]; then
    status=$(pick 's#^[< ]*HTTP/[0-9.]+ ([0-9]{3}).*#\1#p'); fi
  fact "$host" "$1" "${status:-none}"
}
check() {
  host=$1; insecure=; via=$proxy; code=
  case $host in *'<'*) return ;; esac
  for name in $(printf %s "${no_proxy:-},$NO_PROXY" | tr ',' ' '); do
    case ".$host" in *".${name#.}") via= ;; esac; [ "$name" = '*' ] && via=
  done
  fact "$host" via "${via:+proxy}"; names
  case $dns in [0-9]*|*:*) port ;; *) [ "$via" ] || return ;; esac
  case $tcp in ok|untested*) ;; *) [ "$via" ] || return ;; esac
  web http /v2/
  case "$code $out" in
    0\ *) tls=ok ;; 127\ *|*'not implemented'*) tls= ;; *'ot yet'*) tls=not-yet ;; *xpired*) tls=expired ;;
    *'subject name matches'*|*"t match"*|*ismatch*) tls=name ;;
    *elf-signed*|*elf\ signed*|*'issuer cert'*|*'not trusted'*|*'annot verify'*) tls=untrusted ;; *) tls= ;;
  esac
  case $status in
    none|'') fact "$host" proxy "$(pick 's/.*(failed, response|HTTP code|connection failed:) ([0-9]{3}).*/\2/p')"
      fact "$host" said "$(printf '%s\n' "$out" | grep -v '^[*<>{} ]' | grep -Ei 'curl: |wget: |error|fail|unable' | head -n 1)" ;;
    [1-5]*) tls=${tls:-ok} ;;
  esac
  # Past a certificate that does not hold there are still its issuer, the host's clock and its answer.
  case $tls in ''|ok) ;; *) insecure=-k; web http /v2/ ;; esac
  case $status in [1-5]*)
    fact "$host" date "$(pick "s/^[< ]*[Dd]ate: *(.*)/\1 local $(date -u '+%a, %d %b %Y %H:%M:%S GMT')/p")"
    fact "$host" challenge "$(pick 's/^[< ]*[Ww][Ww][Ww]-[Aa]uthenticate: *(Bearer).*/yes/p')"
    fact "$host" registry "$(pick 's/^[< ]*([Xx]-[Mm]s-[Cc]orrelation|[Dd]ocker-[Dd]istribution-[Aa]pi).*/yes/p')"
    fact "$host" type "$(pick 's/^[< ]*[Cc]ontent-[Tt]ype: *([^ ;]*).*/\1/p')" ;;
  esac
  issuer=$(pick 's/^\* *issuer: *//p')
  if [ -z "$issuer$via" ] && has openssl; then
    out=$(lim openssl s_client -connect "$host:443" -servername "$host" -verify_hostname "$host")
    issuer=$(pick 's/^issuer= *//p'); [ "$tls" ] || [ -z "$issuer" ] || tls=$(pick 's/.*Verify return code: ([0-9]+) .*/\1/p')
  fi
  fact "$host" tls "$tls"; fact "$host" issuer "$issuer"; fact "$host" expires "$(pick 's/.*(expire date|NotAfter): *//p')"
}
printf 'registry-guide-facts 1\n'
fact client proxy "$proxy"; fact client no-proxy "${no_proxy:-$NO_PROXY}"; fact client time "$(date -u '+%a, %d %b %Y %H:%M:%S GMT')"
fact client resolver "$(sed -n 's/^nameserver *//p' /etc/resolv.conf | tr '\n' ' ')"
fact client runs-in "${KUBERNETES_SERVICE_HOST:+cluster }${TF_BUILD:+pipeline }${GITHUB_ACTIONS:+pipeline }$RUNNER_ENVIRONMENT"
(check "$login"
  # The token service is where the registry's network rules show; what it gives is not printed.
  case $status in [1-5]*) web token "/oauth2/token?service=$login&scope=repository:none:pull"
    fact "$host" code "$(pick 's/.*"code": *"([A-Z_]+)".*/\1/p')"
    fact "$host" client-ip "$(pick 's/.*client with IP [^0-9a-f]*(u0027)?([0-9a-fA-F.:]+).*/\2/p')" ;;
  esac) &
check "${login%%.*}.{region}.data.{suffix}" &
check '{blob-suffix}' &
wait; printf 'registry-guide-facts end\n'
