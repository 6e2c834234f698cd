---@meta

---# http: a server with workers
---
---A script that answers HTTP requests defines one function, `handle_request`. A pool of workers
---calls it: each worker loads the script into an environment of its own, requests go to them in
---turn, and while one request waits (`sleep`, `http_get` …) its worker works on others. Up to 64
---requests wait for a worker; more are answered with 503. An error in the handler is answered with
---500, and the worker lives on.
---
---The project starts such a script as a program of kind `http-pool`, the program `lua-httpd` does
---so on the command line, and `http.pool` from a script:
---
---```lua
---local pool = assert(http.pool{
---  port = 8080,
---  workers = 2,
---  handler = function(method, path, body, query, headers)
---    if path == "/" then return 200, "text/plain", "hello" end
---    return 404, "text/plain", "no " .. path
---  end,
---})
---print(http_get("http://localhost:8080/"))      --> hello
---print(http_get("http://localhost:8080/nope"))  --> no /nope
---pool:close()
---```

---HTTP messages.
---@class httplib
http = {}

---What answers requests, `function(method, path, body, query, headers)`: four strings and a
---`HeaderList`. It returns the status, the content type, the body and more headers (`HeadersGiven`)
---what is missing is 200, `text/plain`, nothing, none.
---@alias RequestHandler fun(method, path, body, query, headers): integer?, string?, string?, table?

---What `http.pool` is given.
---@class PoolOptions
---@field handler RequestHandler|string A function, or the path of a script with `handle_request`.
---@field port? integer 8080 if not given; 0 for any free port.
---@field workers? integer 1 to 64; 4 if not given.
---@field tls? boolean|string|PoolFiles `true`: HTTPS; `"expired"`, `"self-signed"`: for lessons.

---Files of a certificate that a server shows.
---@class PoolFiles
---@field cert string Path of the certificate in PEM form, the server's own first.
---@field key string Path of its private key in PEM form (EC P-256).

---A pool that listens. It ends with the process that made it.
---@class HttpPool
---@field port integer Where it listens.
local HttpPool = {}

---Takes no more connections; requests under way are answered.
function HttpPool:close() end

---Opens a port and has its requests answered by workers. A script is loaded once for each worker; a
---function runs where it comes from.
---@param options PoolOptions
---@return HttpPool? pool
---@return string? err `cannot open …`, no use for a certificate, or that the port is in use.
function http.pool(options) end

---Fetches a page and waits for it, at most 15 seconds. Redirects are followed up to 5 times; the
---proxies that the environment names (`HTTP_PROXY`, `NO_PROXY` …) are used.
---
---```lua
---print(http_get("http://web/"))  --> hello from web
---```
---@async
---@param url string
---@return string? body Whatever the status was.
---@return string? err
function http_get(url) end

---The content of a file.
---@param path string From the working directory on.
---@return string? contents
---@return string? err
function read_file(path) end

---Writes a whole file.
---@param path string From the working directory on.
---@param contents string
---@return boolean? done
---@return string? err
function write_file(path, contents) end

---A variable of this process's environment, as `os.getenv`.
---@param name string
---@return string? value
function env(name) end

---As `print`, to the console's errors: for notes about what goes on, apart from the output.
---@param ... any
function log(...) end
