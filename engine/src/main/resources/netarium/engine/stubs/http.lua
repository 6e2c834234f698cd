---@meta

---# http: messages as text
---
---Builds and reads the text of HTTP messages. These functions do not touch the network; send and
---receive the text with `net`.
---
---A server that answers one request:
---
---```lua
---net.listen(8080)
---net.send("localhost", 8080, http.build_request("GET", "/hello"))
---local m = net.recv()
---while not m do m = net.recv() end
---local request, err = http.parse_request(m.data)
---local response = http.build_response(200, "you asked for " .. request.path)
---net.send(m.src_ip, m.src_port, response)
---print(http.parse_response(response).body)  --> you asked for /hello
---```

---HTTP messages.
---@class httplib
http = {}

---The methods that requests may have, in any case.
---@alias HttpMethod
---| "GET" # Give me this.
---| "POST" # Take this and do something with it.
---| "PUT" # Store this there.
---| "PATCH" # Change a part of that.
---| "DELETE" # Remove that.
---| "HEAD" # As GET, but only the head of the answer.
---| "OPTIONS" # What may be done with that?

---Header fields in the order of the message: `headers[1][1]` is the first name, `headers[1][2]` its
---value. They can also be looked up by name, in any case: `headers["content-type"]`.
---@class HeaderList
---@field [integer] string[] A pair of name and value.
---@field [string] string The first value of that name, or nil.

---What the builders take as headers: pairs in order, or values by name (then sorted by name).
---@alias HeadersGiven string[][]|table<string, string|number>

---A request that was read.
---@class ParsedRequest
---@field method HttpMethod In capitals.
---@field path string As it was sent, with the query.
---@field headers HeaderList
---@field body string

---A response that was read.
---@class ParsedResponse
---@field status integer 200, 404 …
---@field reason string The words after the number, `Not Found`.
---@field headers HeaderList
---@field body string

---The text of a request, HTTP/1.0. Adds `Content-Length` if there is a body. Nothing else is added:
---give `Host` yourself if the server wants it.
---
---Raises `Unknown HTTP method: x`, and for a path with blanks or headers that no message may have.
---
---```lua
---local text = http.build_request("POST", "/log", "hot", {Host = "web"})
---print((text:gsub("\r\n", "|")))  --> POST /log HTTP/1.0|Host: web|Content-Length: 3||hot
---```
---@param method HttpMethod
---@param path string
---@param body? string Left out for GET, DELETE and HEAD.
---@param headers? HeadersGiven
---@return string text
function http.build_request(method, path, body, headers) end

---Reads a request that is there as a whole. For one that comes in pieces use `http.reader`.
---
---```lua
---print(http.parse_request("GET / HTTP/1.0\r\n\r\n").method)  --> GET
---print(http.parse_request("nonsense\r\n\r\n"))               --> nil invalid request line
---```
---@param data string
---@return ParsedRequest? request
---@return string? err What is wrong with it, or `incomplete: …` if the end is missing.
function http.parse_request(data) end

---The text of a response, HTTP/1.0, with the reason that belongs to the status. Adds
---`Content-Length` if there is a body.
---
---```lua
---print((http.build_response(404):gsub("\r\n", "|")))  --> HTTP/1.0 404 Not Found||
---```
---@param status integer 100 to 999.
---@param body? string
---@param headers? HeadersGiven
---@return string text
function http.build_response(status, body, headers) end

---Reads a response that is there as a whole. For one that comes in pieces use `http.reader`.
---@param data string
---@return ParsedResponse? response
---@return string? err What is wrong with it, or `incomplete: …` if the end is missing.
function http.parse_response(data) end

---The path of a request as a file name: without blanks around it and without the query, with a
---slash in front.
---
---```lua
---print(http.normalize_request_path("index.html?lang=en"))  --> /index.html
---```
---@param path string
---@return string path
function http.normalize_request_path(path) end

---Reads whole messages from a connection of `net.connect`, however they were cut into segments:
---split, several in one, or in chunks.
---
---```lua
---local conn = net.connect("web", 80)
---conn:send(http.build_request("GET", "/"))
---local response = http.reader(conn):read_response()
---print(response.status, response.body)  --> 200 hello from web
---conn:close()
---```
---@param conn MessageConn
---@return HttpReader reader
function http.reader(conn) end

---What `http.reader` gives. It keeps what has come of the next message.
---@class HttpReader
local HttpReader = {}

---Waits for one whole request.
---@async
---@return ParsedRequest? request
---@return string? err `closed by the peer`, `incomplete: …`, or what is wrong with the message.
function HttpReader:read_request() end

---Waits for one whole response.
---@async
---@return ParsedResponse? response
---@return string? err `closed by the peer`, `incomplete: …`, or what is wrong with the message.
function HttpReader:read_response() end
