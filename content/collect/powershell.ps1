# What a machine sees of its registry, one fact a line: the same keys as posix.sh, for Windows PowerShell 5.1 and PowerShell 7.
# Connections by hand, not by a web client: so names, ports, proxies, certificates and answers are told apart, and nothing of the
# machine's settings but its proxy takes part. Only reads. Comment lines are not part of what readers copy.
$null = 'registry-guide-script 1'
& {
$login = '{login-server}'; $data = $login.Split('.')[0] + '.{region}.data.{suffix}'; $storage = '{blob-suffix}'
function Now { [DateTime]::UtcNow.ToString('r', [Globalization.CultureInfo]::InvariantCulture) }
# Whatever stands before an @ may be a password.
function Fact($key, $value) { if ("$value") { "fact $name $key $value" -replace '[\r\n]+', ' ' -replace '[^ ]*@', '***@' } }
function Pick($pattern) { if ($text -match $pattern) { $Matches[1] } }
function Reason($from) {
  $last = $from.Exception; while ($last.InnerException) { $last = $last.InnerException }
  $words = @{ HostNotFound = 'unknown'; NoData = 'empty'; TryAgain = 'failed'; TimedOut = 'timeout'; ConnectionRefused = 'refused'
    NetworkUnreachable = 'unreachable'; HostUnreachable = 'unreachable'; ConnectionReset = 'reset' }
  $word = $words["$($last.SocketErrorCode)"]; if ($word) { $word } else { 'failed' }
}
# The proxy of this user and host, as variables or Windows have it.
function Proxy {
  foreach ($part in "$env:NO_PROXY".Split(',')) {
    $part = $part.Trim(); if ($part -eq '*' -or ($part -and ".$name".EndsWith('.' + $part.TrimStart('*', '.')))) { return }
  }
  if ($env:HTTPS_PROXY) { return [Uri]$env:HTTPS_PROXY }
  $found = if ([Net.WebRequest]::DefaultWebProxy) { [Net.WebRequest]::DefaultWebProxy.GetProxy([Uri]"https://$name/") }
  if ($found -and $found.Host -ne $name) { $found }
}
function Send($stream, $request) {
  $bytes = [Text.Encoding]::ASCII.GetBytes($request); $stream.Write($bytes, 0, $bytes.Length); $stream.Flush()
}
function Names {
  try {
    $task = [Net.Dns]::GetHostAddressesAsync($name)
    if ($task.Wait(8000)) { Fact dns (@($task.Result | ForEach-Object { $_.ToString() }) -join ' ') } else { Fact dns 'no-answer' }
  } catch { Fact dns (Reason $_) }
  if (Get-Command Resolve-DnsName -ErrorAction SilentlyContinue) {
    Fact chain (@(Resolve-DnsName $name -QuickTimeout -ErrorAction SilentlyContinue | ForEach-Object { $_.NameHost } | Where-Object { $_ }) -join ' ')
  } else { Fact chain 'untested: no tool' }
}
function Ask($key, $path) {
  $client = New-Object Net.Sockets.TcpClient; $status = 'none'; $layer = 'tcp'; $text = ''
  try {
    if ($via) { $target = $via.Host; $number = $via.Port } else { $target = $name; $number = 443 }
    if (-not $client.ConnectAsync($target, $number).Wait(6000)) { throw (New-Object Net.Sockets.SocketException 10060) }
    if (-not $via) { Fact tcp 'ok' }
    $layer = 'tls'; $client.ReceiveTimeout = 7000; $client.SendTimeout = 7000; $stream = $client.GetStream()
    if ($via) {
      Send $stream "CONNECT ${name}:443 HTTP/1.1`r`nHost: ${name}:443`r`n`r`n"
      while (-not $text.Contains("`r`n`r`n")) { $byte = $stream.ReadByte(); if ($byte -lt 0) { break }; $text += [char]$byte }
      if ($text -notmatch '^HTTP/\S+ 2') { Fact proxy (Pick '^HTTP/\S+ (\d{3})'); Fact http 'none'; return }
    }
    $verdict = @{}
    $secure = New-Object Net.Security.SslStream($stream, $false, { $verdict.errors = "$($args[3])"; $true })
    $secure.AuthenticateAsClient($name, $null, [Security.Authentication.SslProtocols]::Tls12, $false)
    $certificate = New-Object Security.Cryptography.X509Certificates.X509Certificate2 $secure.RemoteCertificate
    $today = Get-Date; $tls = 'ok'
    if ($certificate.NotAfter -lt $today) { $tls = 'expired' } elseif ($certificate.NotBefore -gt $today) { $tls = 'not-yet' }
    elseif ($verdict.errors -match 'NameMismatch') { $tls = 'name' } elseif ($verdict.errors -ne 'None') { $tls = 'untrusted' }
    $layer = 'http'; Fact tls $tls; Fact issuer $certificate.Issuer; Fact expires $certificate.NotAfter.ToUniversalTime().ToString('s')
    Send $secure "GET $path HTTP/1.1`r`nHost: $name`r`nUser-Agent: registry-guide`r`nAccept: */*`r`nConnection: close`r`n`r`n"
    $text = (New-Object IO.StreamReader($secure)).ReadToEnd()
    $status = Pick '^HTTP/\S+ (\d{3})'
    Fact $key $status
    Fact date (Pick '(?im)^date: *([^\r]*)' | ForEach-Object { "$_ local $(Now)" })
    if ($text -match '(?im)^www-authenticate: *bearer') { Fact challenge 'yes' }
    if ($text -match '(?im)^(x-ms-correlation|docker-distribution-api)') { Fact registry 'yes' }
    Fact type (Pick '(?im)^content-type: *([^ ;\r]*)')
    if ($key -eq 'token') { Fact code (Pick '"code": *"([A-Z_]+)"'); Fact client-ip (Pick "client with IP (?:\\u0027|')?([0-9a-fA-F.:]+)") }
  } catch {
    $word = Reason $_
    if ($layer -eq 'tcp' -and $via) { Fact said $(if ($word -eq 'unknown') { 'cannot resolve the proxy' } else { 'cannot connect to the proxy' }) }
    elseif ($layer -ne 'http') { Fact $layer $word }
    if ($layer -ne 'tcp') { Fact http 'none'; Fact said "error: $($_.Exception.GetBaseException().Message)" }
  } finally { $client.Close() }
}
'registry-guide-facts 1'
$name = 'client'
Fact proxy $env:HTTPS_PROXY; Fact no-proxy $env:NO_PROXY; Fact time (Now)
if (Get-Command Get-DnsClientServerAddress -ErrorAction SilentlyContinue) { Fact resolver (@((Get-DnsClientServerAddress -AddressFamily IPv4).ServerAddresses | Select-Object -Unique) -join ' ') }
Fact runs-in (@($(if ($env:TF_BUILD -or $env:GITHUB_ACTIONS) { 'pipeline' }), $env:RUNNER_ENVIRONMENT | Where-Object { $_ }) -join ' ')
foreach ($name in $login, $data, $storage) {
  if ($name.Contains('<')) { continue }
  $via = Proxy; if ($via) { Fact via 'proxy' }
  Names
  $answer = @(Ask http '/v2/'); $answer
  if ($name -eq $login -and $answer -match ' http \d') { Ask token "/oauth2/token?service=$login&scope=repository:none:pull" | Where-Object { $_ -match ' (token|code|client-ip) ' } }
}
'registry-guide-facts end'
}
