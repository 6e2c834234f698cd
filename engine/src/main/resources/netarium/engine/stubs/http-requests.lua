---@meta

---# http: requests that are polled
---
---Requests that are started now and whose answers are asked for later, as a game does it once a
---frame. Four are under way at a time, up to 1000 wait.
---
---```lua
---http.init()
---http.request("page", {url = "http://web/"})
---local answers = http.poll()
---while #answers == 0 do answers = http.poll() end
---print(answers[1].id, answers[1].status, answers[1].body)  --> page 200 hello from web
---```

---HTTP messages.
---@class httplib
http = {}

---What `http.request` is given.
---@class HttpRequestOptions
---@field url string `http://…`; without `://` it is a file of this machine.
---@field method? HttpMethod `GET` if not given.
---@field headers? HeadersGiven
---@field body? string With one, `Content-Type` is `application/json` unless the headers say else.
---@field proxy? string `http://host:port`, `socks5://user:password@host:port`; else `HTTP_PROXY` …

---What became of a request.
---@class HttpAnswer
---@field id string|number Which request it was.
---@field status integer 200, 404 …; 0 if there was no answer.
---@field headers? table<string, string> Names in small letters.
---@field body? string
---@field error? string Why there was no answer.

---Begins; before it every request answers an error.
function http.init() end

---Starts a request. Its answer comes with `http.poll`; a file of this machine, and the error that
---`http.init` was not called, are answered at once.
---@param id string|number Whatever tells it from others.
---@param options HttpRequestOptions
---@return HttpAnswer? answer
function http.request(id, options) end

---All answers that have come since the last call, an empty list if there are none. After a look in
---vain the next one may take up to a 60th of a second, so a loop around it costs next to nothing.
---@return HttpAnswer[] answers
function http.poll() end

---Gives all requests up and forgets their answers.
function http.destroy() end
