---@meta

---# http: a server as in Go
---
---Handlers answer requests: functions of a `ResponseWriter` and a `Request`, or tables with a
---method `ServeHTTP`. A `ServeMux` chooses one by the path. Each request runs as a task of its
---own, so a handler may wait without keeping others; the requests of one connection come one after
---the other.
---
---```lua
---http.HandleFunc("/hello", function(w, r)
---  w:Write("Hello, " .. r:FormValue("name"))
---end)
---go(function() assert(http.ListenAndServe(":8080")) end)
---sleep(0.01)  -- until it listens
---print(http_get("http://localhost:8080/hello?name=Bob"))  --> Hello, Bob
---```
---
---Connections stay open between requests. An answer of up to 2048 octets gets a `Content-Length`, a
---longer one leaves in chunks while the handler writes it, no faster than the client takes it. A
---handler that raises an error ends its connection: a client that has seen nothing yet gets 500,
---the message and its place stand on the console behind `http: panic serving`. The body of a
---request is there as a whole before its handler begins, 8 MiB at most.

---HTTP messages.
---@class httplib
---@field DefaultServeMux ServeMux The one of `http.Handle` and of servers without a handler.
http = {}

---What answers requests: a function, or a value with a method `ServeHTTP`.
---@alias HandlerGiven fun(w: ResponseWriter, r: Request)|Handler|ServeMux|table

---What a handler answers with.
---@class ResponseWriter
local ResponseWriter = {}

---The header of the answer, to be filled in before the first `Write` or `WriteHeader`.
---@return Header header
function ResponseWriter:Header() end

---Says the status. The first `Write` says 200 by itself.
---@param code integer 100 to 999. Those below 200 come before the answer itself.
function ResponseWriter:WriteHeader(code) end

---Writes a part of the body; waits while the client takes no more. Where the header says no
---`Content-Type`, the first octets decide on it.
---
---```lua
---local l = assert(net.Listen("tcp", ":8080"))
---go(http.Serve, l, function(w, r)
---  w:Header():Set("Content-Type", "text/html")
---  for i = 1, 3 do w:Write("<p>" .. i) end
---end)
---print(http_get("http://localhost:8080/"))  --> <p>1<p>2<p>3
---```
---@async
---@param data string
---@return integer? n
---@return NetError? err
function ResponseWriter:Write(data) end

---Sends what was written so far; from then on the answer goes in chunks.
---@async
function ResponseWriter:Flush() end

---A handler that comes with the package, or that `http.HandlerFunc` made. It can be called like a
---function.
---@class Handler
---@operator call: nil
local Handler = {}

---Has it answer a request.
---@async
---@param w ResponseWriter
---@param r Request
function Handler:ServeHTTP(w, r) end

---Chooses handlers by the path as the client asked for it: not tidied, without the query. A pattern
---that ends in `/` stands for all paths that begin so, any other for that path only; the longest
---wins, and where there is none the answer is 404.
---@class ServeMux
local ServeMux = {}

---Has a pattern answered by a handler. A pattern without `/` in front, or one that is there
---already, is an error.
---
---```lua
---local mux = http.NewServeMux()
---mux:Handle("/", http.NotFoundHandler())
---mux:Handle("/api/", function(w, r) w:Write("api") end)
---mux:Handle("/api/users", function(w, r) w:Write("users") end)
---local l = assert(net.Listen("tcp", ":8080"))
---go(http.Serve, l, mux)
---print(http_get("http://localhost:8080/api/users"))    --> users
---print(http_get("http://localhost:8080/api/users/7"))  --> api
---print(pcall(mux.Handle, mux, "/api/", print))  --> false http: multiple registrations for /api/
---```
---@param pattern string
---@param handler HandlerGiven
function ServeMux:Handle(pattern, handler) end

---The same as `Handle`.
---@param pattern string
---@param handler HandlerGiven
function ServeMux:HandleFunc(pattern, handler) end

---Which handler would answer a request.
---@param r Request
---@return HandlerGiven handler
---@return string pattern
function ServeMux:Handler(r) end

---Has the right handler answer a request.
---@async
---@param w ResponseWriter
---@param r Request
function ServeMux:ServeHTTP(w, r) end

---A server with its settings.
---@class Server
---@field Addr? string `host:port`; nothing is `:8080`, with TLS `:443`.
---@field Handler? HandlerGiven `http.DefaultServeMux` if not given.
local Server = {}

---Opens the port and serves until the server is closed.
---@async
---@return nil nothing
---@return NetError err `http.ErrServerClosed` after `Close` or `Shutdown`.
function Server:ListenAndServe() end

---As `ListenAndServe`, with TLS. Without files the authority of the network certifies the machine.
---@async
---@param certFile? string Path of the certificate in PEM form.
---@param keyFile? string Path of its private key.
---@return nil nothing
---@return NetError err
function Server:ListenAndServeTLS(certFile, keyFile) end

---Serves what comes in at a listener until one of both is closed.
---@async
---@param listener Listener
---@return nil nothing
---@return NetError err
function Server:Serve(listener) end

---As `Serve`, with TLS.
---@async
---@param listener Listener
---@param certFile? string
---@param keyFile? string
---@return nil nothing
---@return NetError err
function Server:ServeTLS(listener, certFile, keyFile) end

---Ends it at once, with its listener and its connections. It cannot serve again.
---
---```lua
---local server = http.Server{Addr = ":8080"}
---go(function()
---  sleep(1)
---  server:Close()
---end)
---print(server:ListenAndServe())  --> nil http: Server closed
---```
---@return NetError? err
function Server:Close() end

---Takes no more connections and waits until those under way have their answers.
---@async
---@param seconds? number No longer than that.
---@return NetError? err `i/o timeout`
function Server:Shutdown(seconds) end

---Has a pattern answered by `http.DefaultServeMux`; as `ServeMux:Handle`.
---
---```lua
---http.Handle("/old", http.RedirectHandler("/new", http.StatusFound))
---http.Handle("/new", http.HandlerFunc(function(w, r) w:Write("here") end))
---go(http.ListenAndServe, ":8080")
---sleep(0.01)
---print(http_get("http://localhost:8080/old"))  --> here
---```
---@param pattern string
---@param handler HandlerGiven
function http.Handle(pattern, handler) end

---The same as `http.Handle`.
---
---```lua
---http.HandleFunc("/time", function(w, r) w:Write(os.date("%Y")) end)
---go(http.ListenAndServe, ":8080")
---sleep(0.01)
---print(http_get("http://localhost:8080/time"))  --> 2026
---```
---@param pattern string
---@param handler HandlerGiven
function http.HandleFunc(pattern, handler) end

---A mux without patterns.
---
---```lua
---local mux = http.NewServeMux()
---print(pcall(mux.Handle, mux, "users", print))
---  --> false http: invalid pattern "users": it has to begin with /
---```
---@return ServeMux mux
function http.NewServeMux() end

---Opens a port and serves until the process ends; what comes back is why it cannot.
---
---```lua
---net.Listen("tcp", ":8080")
---print(http.ListenAndServe(":8080"))  --> nil address already in use
---```
---@async
---@param addr? string `host:port`; nothing is `:8080`.
---@param handler? HandlerGiven `http.DefaultServeMux` if not given.
---@return nil nothing
---@return NetError err
function http.ListenAndServe(addr, handler) end

---As `http.ListenAndServe`, with TLS: `https://`. Without files the authority of the network, which
---all machines trust, certifies the machine under its names.
---
---```lua
---go(http.ListenAndServeTLS, ":443", nil, nil, function(w, r) w:Write("secret") end)
---sleep(0.01)
---print(http_get("https://localhost/"))  --> secret
---```
---@async
---@param addr? string `host:port`; nothing is `:443`.
---@param certFile? string Path of the certificate in PEM form.
---@param keyFile? string Path of its private key.
---@param handler? HandlerGiven
---@return nil nothing
---@return NetError err
function http.ListenAndServeTLS(addr, certFile, keyFile, handler) end

---Serves what comes in at a listener, whatever its network, until it is closed.
---
---```lua
---local l = assert(net.Listen("tcp", ":0"))
---go(http.Serve, l, function(w, r) w:Write(r.Method .. " " .. r.URL.Path) end)
---print(http_get("http://localhost:" .. l:Addr().Port .. "/a"))  --> GET /a
---l:Close()
---```
---@async
---@param listener Listener
---@param handler? HandlerGiven
---@return nil nothing
---@return NetError err
function http.Serve(listener, handler) end

---As `http.Serve`, with TLS.
---
---```lua
---local l = assert(net.Listen("tcp", ":443"))
---go(http.ServeTLS, l, function(w, r) w:Write("secret") end)
---print(http_get("https://localhost/"))  --> secret
---```
---@async
---@param listener Listener
---@param handler? HandlerGiven
---@param certFile? string
---@param keyFile? string
---@return nil nothing
---@return NetError err
function http.ServeTLS(listener, handler, certFile, keyFile) end

---A server with its settings.
---
---```lua
---local server = http.Server{Addr = ":8080", Handler = function(w) w:Write("hi") end}
---go(server.ListenAndServe, server)
---sleep(0.01)
---print(http_get("http://localhost:8080/"))  --> hi
---print(server:Shutdown())                   --> nil
---```
---@param settings? table `Addr`, `Handler`
---@return Server server
function http.Server(settings) end

---Answers 404.
---
---```lua
---go(http.ListenAndServe, ":8080", http.NotFound)
---sleep(0.01)
---print((http_get("http://localhost:8080/"):gsub("\n", "")))  --> 404 page not found
---```
---@async
---@param w ResponseWriter
---@param r Request
function http.NotFound(w, r) end

---A handler that answers 404.
---
---```lua
---go(http.ListenAndServe, ":8080", http.NotFoundHandler())
---sleep(0.01)
---print((http_get("http://localhost:8080/"):gsub("\n", "")))  --> 404 page not found
---```
---@return Handler handler
function http.NotFoundHandler() end

---Answers with a message as plain text. The handler should return then.
---
---```lua
---go(http.ListenAndServe, ":8080", function(w, r)
---  http.Error(w, "come back later", http.StatusServiceUnavailable)
---end)
---sleep(0.01)
---print((http_get("http://localhost:8080/"):gsub("\n", "")))  --> come back later
---```
---@async
---@param w ResponseWriter
---@param message string
---@param code integer
function http.Error(w, message, code) end

---Sends the client to another address, which may be relative to the one it asked for.
---
---```lua
---http.HandleFunc("/a/b", function(w, r) http.Redirect(w, r, "c", http.StatusSeeOther) end)
---http.HandleFunc("/a/c", function(w, r) w:Write(r.URL.Path) end)
---go(http.ListenAndServe, ":8080")
---sleep(0.01)
---print(http_get("http://localhost:8080/a/b"))  --> /a/c
---```
---@async
---@param w ResponseWriter
---@param r Request
---@param url string
---@param code integer 301, 302, 303, 307 or 308.
function http.Redirect(w, r, url, code) end

---A handler that sends clients to another address.
---
---```lua
---http.Handle("/old", http.RedirectHandler("/new", http.StatusMovedPermanently))
---http.HandleFunc("/new", function(w, r) w:Write("moved") end)
---go(http.ListenAndServe, ":8080")
---sleep(0.01)
---print(http_get("http://localhost:8080/old"))  --> moved
---```
---@param url string
---@param code integer 301, 302, 303, 307 or 308.
---@return Handler handler
function http.RedirectHandler(url, code) end

---Adds a cookie to the answer. One that cannot be sent as it is is not sent.
---
---```lua
---go(http.ListenAndServe, ":8080", function(w, r)
---  http.SetCookie(w, {Name = "id", Value = "7", HttpOnly = true})
---  w:Write(w:Header():Get("Set-Cookie"))
---end)
---sleep(0.01)
---print(http_get("http://localhost:8080/"))  --> id=7; HttpOnly
---```
---@param w ResponseWriter
---@param cookie Cookie|table
function http.SetCookie(w, cookie) end

---A function as a value with `ServeHTTP`.
---
---```lua
---local inner = http.HandlerFunc(function(w, r) w:Write("inner") end)
---go(http.ListenAndServe, ":8080", function(w, r)
---  w:Write("outer ")
---  inner:ServeHTTP(w, r)
---end)
---sleep(0.01)
---print(http_get("http://localhost:8080/"))  --> outer inner
---```
---@param handler HandlerGiven
---@return Handler handler
function http.HandlerFunc(handler) end

---A handler that takes the beginning off the path for another; what begins otherwise is 404. A
---`ServeMux` inside goes by the whole path all the same.
---
---```lua
---http.Handle("/api/", http.StripPrefix("/api", function(w, r) w:Write(r.URL.Path) end))
---go(http.ListenAndServe, ":8080")
---sleep(0.01)
---print(http_get("http://localhost:8080/api/x"))  --> /x
---```
---@param prefix string
---@param handler HandlerGiven
---@return Handler inside
function http.StripPrefix(prefix, handler) end

---A body of which no more is read than so many octets: then the error is `http: request body too
---large`, and the connection ends behind the answer.
---
---```lua
---go(http.ListenAndServe, ":8080", function(w, r)
---  local data, err = http.MaxBytesReader(w, r.Body, 3):ReadAll()
---  print(data, err)
---end)
---sleep(0.01)
---local conn = net.Dial("tcp", "localhost:8080")
---conn:Write("PUT / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nlong")
---conn:Read()
---  --> nil http: request body too large
---```
---@param w ResponseWriter
---@param body Body
---@param octets integer
---@return Body limited
function http.MaxBytesReader(w, body, octets) end

---A handler that gives another one bodies as `http.MaxBytesReader` makes them.
---
---```lua
---go(http.ListenAndServe, ":8080", http.MaxBytesHandler(function(w, r)
---  w:Write(r.Body:ReadAll())
---end, 1000))
---sleep(0.01)
---print(#http_get("http://localhost:8080/"))  --> 0
---```
---@param handler HandlerGiven
---@param octets integer
---@return Handler limited
function http.MaxBytesHandler(handler, octets) end

---A handler that answers with the files below a directory of the machine, by path. A directory is
---its `index.html` or a list of what is in it. No path leads out of it; ranges and dates of clients
---are understood.
---
---```lua
---fs.mkdir("/srv")
---fs.write("/srv/a.txt", "from a file")
---go(http.ListenAndServe, ":8080", http.FileServer("/srv"))
---sleep(0.01)
---print(http_get("http://localhost:8080/a.txt"))  --> from a file
---print((http_get("http://localhost:8080/../etc/hosts"):gsub("\n", "")))  --> 404 page not found
---```
---@param root string Path of the directory.
---@return Handler handler
function http.FileServer(root) end

---The path itself. Go's programs write `http.FileServer(http.Dir("/srv"))`.
---
---```lua
---print(http.Dir("/srv"))  --> /srv
---```
---@param path string
---@return string path
function http.Dir(path) end

---Answers with one file, whatever the request asks for.
---
---```lua
---fs.write("/one.txt", "the one")
---go(http.ListenAndServe, ":8080", function(w, r) http.ServeFile(w, r, "/one.txt") end)
---sleep(0.01)
---print(http_get("http://localhost:8080/any"))  --> the one
---```
---@async
---@param w ResponseWriter
---@param r Request
---@param name string Path of the file.
function http.ServeFile(w, r, name) end

---What kind of content that is, by its first 512 octets, as browsers guess it.
---
---```lua
---print(http.DetectContentType("<html>"))      --> text/html; charset=utf-8
---print(http.DetectContentType("GIF89a..."))   --> image/gif
---print(http.DetectContentType("\1\2\3"))      --> application/octet-stream
---```
---@param data string
---@return string type
function http.DetectContentType(data) end
