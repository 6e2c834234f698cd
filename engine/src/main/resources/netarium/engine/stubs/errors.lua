---@meta

---# Errors
---
---The functions that are called as in Go answer errors as values. Such a value can be printed,
---joined with `..` and searched with the functions of strings, and it says what kind of error it
---is.
---
---```lua
---local conn, err = net.Dial("tcp", "web:4711")
---print(err.code, err:Timeout())             --> refused false
---print("no luck: " .. err)                  --> no luck: connection refused
---print(err == net.ErrConnectionRefused)     --> true
---print(err:find("refused"))                 --> 12 18
---```

---What kind of error it is.
---@alias ErrorCode
---| "refused" # Nobody listens there.
---| "timeout" # A deadline passed, or TCP gave up.
---| "reset" # The peer broke the connection off.
---| "closed" # It was closed on this side.
---| "eof" # The peer has closed, and all it sent is read.
---| "broken-pipe" # Writing after the end was announced.
---| "in-use" # Another socket of this machine has the port.
---| "not-available" # No such address on this machine, or no more sockets.
---| "unreachable" # No route, or nobody answers for the address.
---| "no-such-host" # No machine has this name.
---| "server-failure" # A name server would not or could not say.
---| "no-such-file" # No Unix socket has this name.
---| "permission" # The file of a Unix socket is not for this user.
---| "protocol" # The other side of a WebSocket does not keep to the rules, or does not want.
---| "too-big" # A datagram longer than a datagram can be; more than was announced or is wanted.
---| "invalid" # An address that cannot be read.
---| "unsupported" # Not possible here.
---| "server-closed" # `http.ErrServerClosed`.
---| "no-cookie" # `http.ErrNoCookie`.
---| "not-allowed" # A body where there can be none.
---| "aborted" # `http.ErrAbortHandler`.
---| "cors" # A page may not have an answer of another origin.
---| "unexpected-eof" # A body ended before it was whole.
---| "no-location" # An answer without `Location`.
---| "use-last-response" # `http.ErrUseLastResponse`.
---| "certificate" # The peer's certificate is not trusted, or not for this name or time.
---| "tls" # The two sides could not agree on TLS, or one broke its rules.

---An error as a value. Two with the same text are equal, and so are all that say that something is
---closed. Besides `Error` and `Timeout` it has the methods of strings, which see its text.
---@class NetError : stringlib
---@field code ErrorCode
---@operator concat(string): string
---@operator len: integer
local NetError = {}

---The text.
---@return string text
function NetError:Error() end

---Whether time was up: a deadline, or TCP gave up.
---@return boolean timeout
function NetError:Timeout() end

---The network functions of a machine.
---@class netlib
---@field ErrClosed NetError `use of closed network connection`
---@field ErrTimeout NetError `i/o timeout`
---@field ErrConnectionRefused NetError `connection refused`
---@field ErrConnectionReset NetError `connection reset by peer`
---@field ErrAddressInUse NetError `address already in use`
---@field ErrAddressNotAvailable NetError `address not available`
net = {}

---The functions about machine, process and time.
---@class oslib
---@field ErrDeadlineExceeded NetError `i/o timeout`: the same as `net.ErrTimeout`.
os = {}

---The functions about files and the console.
---@class iolib
---@field EOF NetError `EOF`: the peer has closed and all it sent is read.
io = {}
