---@meta

---# tls: connections that nobody can read
---
---The functions of Go's package `crypto/tls`: TLS 1.3 and 1.2 in real records over a connection.
---The topology has a certificate authority that every machine trusts, and each machine can show a
---certificate of it for its names.
---
---A server of one's own, and a client that sees whom it talks to:
---
---```lua
---local listener = assert(tls.Listen("tcp", ":4433"))
---go(function()
---  local conn = listener:Accept()
---  conn:Write("hello " .. conn:Read())
---  conn:Close()
---end)
---local conn = assert(tls.Dial("tcp", "alice:4433"))
---local state = conn:ConnectionState()
---print(tls.VersionName(state.Version))               --> TLS 1.3
---print(state.PeerCertificates[1].Subject.CommonName)  --> alice
---conn:Write("world")
---print(conn:Read())                                  --> hello world nil
---conn:Close()
---```

---TLS, as Go's `crypto/tls`.
---@class tlslib
---@field VersionTLS12 integer
---@field VersionTLS13 integer
---@field TLS_AES_128_GCM_SHA256 integer
---@field TLS_AES_256_GCM_SHA384 integer
---@field TLS_CHACHA20_POLY1305_SHA256 integer
---@field TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 integer
---@field TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384 integer
---@field TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256 integer
tls = {}

---How a connection is wanted. All members may be missing; one that is none raises an error.
---@class TlsConfig
---@field ServerName? string For clients: whom the certificate has to be for, else the host.
---@field InsecureSkipVerify? boolean For clients: believe whoever is there.
---@field NextProtos? string[] The protocols within that are wanted (ALPN), best first.
---@field Certificate? boolean|string|PoolFiles For servers: as `tls` of `http.pool`.
---@field RootCAs? string For clients: a PEM file with the authorities to believe.
---@field MinVersion? integer `tls.VersionTLS12` if not given.
---@field MaxVersion? integer `tls.VersionTLS13` if not given.

---Opens a connection, agrees on TLS with the other side, and waits until both is done. The server
---has to show a certificate for the host that is dialled.
---
---```lua
---local listener = tls.Listen("tcp", ":4433", {Certificate = "expired"})
---go(function() listener:Accept():Handshake() end)
---local conn, err = tls.Dial("tcp", "alice:4433")
---print(conn, err.code)  --> nil certificate
---conn, err = tls.Dial("tcp", "web:7")  -- an echo server, which speaks no TLS
---print(conn, err.code)  --> nil tls
---```
---@async
---@param network StreamNetwork
---@param address string As for `net.Dial`.
---@param config? TlsConfig
---@return TlsConn? conn
---@return NetError? err
function tls.Dial(network, address, config) end

---As `tls.Dial`, but waits no longer than that for connection and handshake together; then the
---error is `i/o timeout`.
---
---```lua
---local conn, err = tls.DialTimeout("tcp", "10.0.0.99:443", 0.5)  -- no such machine
---print(conn, err)  --> nil i/o timeout
---```
---@async
---@param network StreamNetwork
---@param address string As for `net.Dial`.
---@param seconds number The longest wait; 0 and less is no limit of its own.
---@param config? TlsConfig
---@return TlsConn? conn
---@return NetError? err
function tls.DialTimeout(network, address, seconds, config) end

---Opens a port whose connections speak TLS. `Accept` gives a connection at once: the handshake goes
---on by itself, and the first `Read`, `Write` or `Handshake` tells if it fails.
---@param network StreamNetwork
---@param address? string|Addr As for `net.Listen`.
---@param config? TlsConfig
---@return Listener? listener
---@return NetError? err
function tls.Listen(network, address, config) end

---Makes of a listener one whose connections speak TLS. The old one is closed for the script; its
---port stays open.
---
---```lua
---local plain = net.Listen("tcp", ":4433")
---local listener = tls.NewListener(plain)
---print(listener:Addr().Port)  --> 4433
---print(plain:Accept())        --> nil use of closed network connection
---```
---@param listener Listener
---@param config? TlsConfig
---@return Listener? listener
---@return NetError? err
function tls.NewListener(listener, config) end

---Goes on with TLS on a connection that stands, as its client. The old connection is closed for the
---script. Without a `ServerName` in the configuration nobody knows whom to expect: that is an
---error, unless `InsecureSkipVerify` says that it does not matter.
---
---```lua
---local listener = net.Listen("tcp", ":4000")
---go(function()
---  local conn = listener:Accept()
---  if conn:Read() == "STARTTLS" then
---    conn:Write("go ahead")
---    conn = tls.Server(conn)
---    print(conn:Read())  --> secret nil
---  end
---end)
---local conn = net.Dial("tcp", "alice:4000")
---conn:Write("STARTTLS")
---conn:Read()
---conn = tls.Client(conn, {ServerName = "alice"})
---conn:Write("secret")
---```
---@param conn Conn
---@param config? TlsConfig
---@return TlsConn? conn
---@return NetError? err
function tls.Client(conn, config) end

---Goes on with TLS on a connection that stands, as its server. The old connection is closed for the
---script.
---@param conn Conn
---@param config? TlsConfig
---@return TlsConn? conn
---@return NetError? err
function tls.Server(conn, config) end

---What a version is called.
---
---```lua
---print(tls.VersionName(tls.VersionTLS12), tls.VersionName(0))  --> TLS 1.2 0x0000
---```
---@param version integer
---@return string name
function tls.VersionName(version) end

---What a cipher suite is called.
---
---```lua
---print(tls.CipherSuiteName(tls.TLS_AES_128_GCM_SHA256))  --> TLS_AES_128_GCM_SHA256
---```
---@param suite integer
---@return string name
function tls.CipherSuiteName(suite) end

---A connection with TLS, from `tls.Dial`, `tls.Client`, `tls.Server` or `Accept` of `tls.Listen`.
---It is used like any other connection.
---@class TlsConn : Conn
local TlsConn = {}

---Waits until both sides have agreed, or have found that they cannot. Reading and writing do so by
---themselves.
---
---```lua
---local conn = tls.Client(net.Dial("tcp", "web:7"), {ServerName = "web"})
---print(conn:Handshake().code)  --> tls
---```
---@async
---@return NetError? err Why they cannot; also that the deadline of reads has passed.
function TlsConn:Handshake() end

---What both sides have agreed on.
---
---```lua
---local listener = tls.Listen("tcp", ":4433", {NextProtos = {"chat/2", "chat/1"}})
---go(function() listener:Accept():Handshake() end)
---local conn = tls.Dial("tcp", "alice:4433", {NextProtos = {"chat/1"}})
---local state = conn:ConnectionState()
---print(state.NegotiatedProtocol, state.ServerName)      --> chat/1 alice
---print(tls.CipherSuiteName(state.CipherSuite))          --> TLS_AES_128_GCM_SHA256
---print(os.date("%F", state.PeerCertificates[1].NotBefore))  --> 2025-12-31
---```
---@return ConnectionState state
function TlsConn:ConnectionState() end

---What a connection has agreed on. Before that the numbers are 0 and the texts empty.
---@class ConnectionState
---@field HandshakeComplete boolean
---@field Version integer
---@field CipherSuite integer Its number in IANA's register.
---@field NegotiatedProtocol string The protocol within (ALPN), empty for none.
---@field ServerName string The name that the client asked for; an address is none.
---@field PeerCertificates Certificate[] The server's chain, its own first; clients show none.

---A certificate as it was shown.
---@class Certificate
---@field Subject CertificateName Whose it is.
---@field Issuer CertificateName Who vouches for it.
---@field DNSNames string[] The names that it is for.
---@field IPAddresses string[] The addresses that it is for.
---@field NotBefore integer From when it holds, as `os.time` counts.
---@field NotAfter integer Until when.
---@field SerialNumber string In hexadecimal.
---@field IsCA boolean Whether its owner may vouch for others.

---The name of somebody in a certificate.
---@class CertificateName
---@field CommonName string
---@field String string All of it, `CN=web`.
