---@meta

---# http: the client of Go
---
---Asking HTTP servers as Go's package `net/http` does. A call waits for the head of the answer; the
---body is then read as it comes. Connections are used again for the next request to the same server
---once the body of an answer has been read to its end.
---
---```lua
---local resp, err = http.Get("http://web/")
---print(resp.Status, resp.ContentLength)  --> 200 OK 14
---print(resp.Body:ReadAll())              --> hello from web nil
---```
---
---Any answer is one, whatever its status. An error says what was tried: `Get "http://web:81/": dial
---tcp 10.0.0.2:81: connection refused`; `err:Timeout()` tells whether time was over. Redirections
---are followed, at most ten.
---
---On a **browser** machine the program is a page, whose origin is the machine's `ORIGIN` in its
---`env`, else `http://` and its name. The client then works as `fetch` does: other origins have to
---allow the page to see an answer (`Access-Control-Allow-Origin` …), are asked first (`OPTIONS`)
---where the request is out of the ordinary, and what they do not allow is an error with the code
---`cors` that says what was missing. Cookies of a `Jar` go to other origins with the server's leave
---only. `http.request` and `http_get` are held to the same rules.

---HTTP requests and answers as text, and polled requests.
---@class httplib
---@field DefaultClient Client What `http.Get` and its sisters use.
---@field DefaultTransport Transport What clients use that have no other.
---@field ErrUseLastResponse NetError Returned by `CheckRedirect`: give the answer that redirects.
---@field NoBody Body A body of nothing.
http = {}

---A client: how requests are sent, and what is kept from one to the next.
---
---```lua
---local client = http.Client{Timeout = 5, Jar = http.CookieJar()}
---local resp = client:Get("http://web/")
---print(resp.StatusCode)  --> 200
---```
---
---`CheckRedirect` may return `http.ErrUseLastResponse`, to be given the redirection itself, or
---another error, with which the call then fails.
---@class Client
---@field Timeout? number Seconds for a call with redirections and body; nil or 0: no limit.
---@field Transport? Transport The connections; `http.DefaultTransport` if there is none.
---@field Jar? CookieJar Keeps the cookies; without one there are none.
---@field CheckRedirect? fun(req: Request, via: Request[]): any Before a redirection: nil goes on.
local Client = {}

---Sends a request that `http.NewRequest` made, and waits for the head of the answer.
---
---```lua
---local req = http.NewRequest("GET", "http://web/")
---req.Header:Set("Accept", "text/plain")
---local resp, err = http.DefaultClient:Do(req)
---print(resp.Proto, resp.Request.URL)  --> HTTP/1.0 http://web/
---```
---@async
---@param req Request
---@return Response? resp
---@return NetError? err
function Client:Do(req) end

---As `http.Get`, with this client.
---@async
---@param url string
---@return Response? resp
---@return NetError? err
function Client:Get(url) end

---As `http.Head`, with this client.
---@async
---@param url string
---@return Response? resp
---@return NetError? err
function Client:Head(url) end

---As `http.Post`, with this client.
---@async
---@param url string
---@param contentType string
---@param body? any
---@return Response? resp
---@return NetError? err
function Client:Post(url, contentType, body) end

---As `http.PostForm`, with this client.
---@async
---@param url string
---@param values Values|table
---@return Response? resp
---@return NetError? err
function Client:PostForm(url, values) end

---Closes the connections of its transport that nobody uses.
function Client:CloseIdleConnections() end

---Connections to servers: how they are made, and how many are kept for later requests. Fields may
---be set at any time; they count for the requests that follow.
---@class Transport
---@field MaxIdleConns? number How many unused connections are kept; 0 or nil for no limit.
---@field MaxIdleConnsPerHost? number How many of them to one server; 2 if not given.
---@field MaxConnsPerHost? number How many connections to one server in all; further requests wait.
---@field IdleConnTimeout? number Seconds after which an unused one is closed; 0 or nil for never.
---@field DisableKeepAlives? boolean A connection for each request.
---@field Proxy? any `"http://proxy:3128"`, `"socks5://…"`, a URL, or `http.ProxyFromEnvironment`.
---@field TLSClientConfig? TlsConfig For `https`: `InsecureSkipVerify`, `ServerName`, `RootCAs`.
local Transport = {}

---Closes the connections that nobody uses.
function Transport:CloseIdleConnections() end

---An answer. Its body comes from the network while it is read.
---@class Response
---@field Status string `200 OK`: code and reason, as in Go.
---@field StatusCode integer `200`
---@field Proto string `HTTP/1.1`
---@field ProtoMajor integer
---@field ProtoMinor integer
---@field Header Header
---@field Body Body
---@field ContentLength integer -1 where only the end of the body tells.
---@field TransferEncoding? string[] `{"chunked"}`
---@field Close boolean Whether the server said that it closes the connection.
---@field Request Request What was asked at last, behind redirections.
local Response = {}

---The cookies that the answer sets.
---
---```lua
---print(#http.Get("http://web/"):Cookies())  --> 0
---```
---@return Cookie[] cookies
function Response:Cookies() end

---Where the answer sends the client (`Location`).
---
---```lua
---print(http.Get("http://web/"):Location())  --> nil http: no Location header in response
---```
---@return URL? location
---@return NetError? err
function Response:Location() end

---Whether the answer's version of HTTP is at least that.
---
---```lua
---print(http.Get("http://web/"):ProtoAtLeast(1, 1))  --> false
---```
---@param major integer
---@param minor integer
---@return boolean isAtLeast
function Response:ProtoAtLeast(major, minor) end

---Cookies that servers have given out, kept by the rules of RFC 6265: which host, which path, for
---how long on this machine's clock.
---@class CookieJar
local CookieJar = {}

---Keeps cookies as if a server at that address had sent them.
---
---```lua
---local jar, at = http.CookieJar(), url.Parse("http://web/")
---jar:SetCookies(at, {http.Cookie{Name = "a", Value = "1"}})
---print(#jar:Cookies(at))  --> 1
---```
---@param address URL
---@param cookies Cookie[]
function CookieJar:SetCookies(address, cookies) end

---The cookies that a request there takes along.
---
---```lua
---print(#http.CookieJar():Cookies(url.Parse("http://web/")))  --> 0
---```
---@param address URL
---@return Cookie[] cookies
function CookieJar:Cookies(address) end

---A client with these fields; the table itself becomes it.
---
---```lua
---local resp, err = http.Client{Timeout = 0.5}:Get("http://10.0.0.99/")  -- no such machine
---print(resp, err:Timeout())  --> nil true
---```
---@param fields? table
---@return Client client
function http.Client(fields) end

---Connections of their own, with these settings.
---
---```lua
---local client = http.Client{Transport = http.Transport{DisableKeepAlives = true}}
---print(client:Get("http://web/").StatusCode)  --> 200
---```
---@param fields? table
---@return Transport transport
function http.Transport(fields) end

---A new jar for cookies, for the field `Jar` of a client.
---@return CookieJar jar
---@return NetError? err
function http.CookieJar() end

---For the field `Proxy` of a transport: the process's environment (`HTTP_PROXY`, `HTTPS_PROXY`,
---`ALL_PROXY`, `NO_PROXY`) says by which proxy requests go.
---
---```lua
---print(http.DefaultTransport.Proxy == http.ProxyFromEnvironment)  --> true
---```
---@param req Request
---@return URL? proxy
---@return NetError? err
function http.ProxyFromEnvironment(req) end

---A request that can be changed before `client:Do` sends it. `body` is a string, a `Body`, an
---object with a method `Read(n)`, or a function that gives the next piece and nil at the end; what
---is no string is sent chunked while it is being made, unless `req.ContentLength` says how long it
---is.
---
---```lua
---local n = 0
---local req = http.NewRequest("POST", "http://web/", function()
---  n = n + 1
---  if n <= 3 then return "piece " .. n .. "\n" end
---end)
---print(req.Method, req.URL.Host)  --> POST web
---```
---@param method string
---@param url string
---@param body? any
---@return Request? req
---@return NetError? err
function http.NewRequest(method, url, body) end

---Asks for what is at an address, and waits for the head of the answer.
---
---```lua
---print(http.Get("http://web/").StatusCode)  --> 200
---print(select(2, http.Get("http://web:81/")).code)  --> refused
---```
---@async
---@param url string
---@return Response? resp
---@return NetError? err
function http.Get(url) end

---As `http.Get`, for the head alone.
---@async
---@param url string
---@return Response? resp
---@return NetError? err
function http.Head(url) end

---Sends a body to an address.
---
---```lua
---print(http.Post("http://web/", "text/plain", "hello").StatusCode)  --> 200
---```
---@async
---@param url string
---@param contentType string
---@param body? any As for `http.NewRequest`.
---@return Response? resp
---@return NetError? err
function http.Post(url, contentType, body) end

---Sends a form, as a browser does.
---
---```lua
---print(http.PostForm("http://web/", {name = "Ann", tag = {"x", "y"}}).StatusCode)  --> 200
---```
---@async
---@param url string
---@param values Values|table
---@return Response? resp
---@return NetError? err
function http.PostForm(url, values) end
