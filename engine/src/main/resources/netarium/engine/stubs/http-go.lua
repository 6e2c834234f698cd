---@meta

---# http: values as in Go
---
---What both halves of Go's package `net/http` work with: headers, cookies, bodies, requests, and
---the names of status codes, methods and errors.
---
---```lua
---local h = http.Header{Accept = "text/html"}
---h:Add("x-tag", "one")
---h:Add("X-Tag", "two")
---print(h:Get("x-tag"), #h:Values("x-tag"), h["X-Tag"][2])  --> one 2 two
---print(http.StatusNotFound, http.StatusText(404))           --> 404 Not Found
---print(http.ParseCookie("id=7; theme=dark")[2].Value)       --> dark
---```

---HTTP messages.
---@class httplib
---@field MethodGet string `GET`
---@field MethodHead string `HEAD`
---@field MethodPost string `POST`
---@field MethodPut string `PUT`
---@field MethodPatch string `PATCH`
---@field MethodDelete string `DELETE`
---@field MethodConnect string `CONNECT`
---@field MethodOptions string `OPTIONS`
---@field MethodTrace string `TRACE`
---@field StatusContinue integer 100 Continue
---@field StatusSwitchingProtocols integer 101 Switching Protocols
---@field StatusProcessing integer 102 Processing
---@field StatusEarlyHints integer 103 Early Hints
---@field StatusOK integer 200 OK
---@field StatusCreated integer 201 Created
---@field StatusAccepted integer 202 Accepted
---@field StatusNonAuthoritativeInfo integer 203 Non-Authoritative Information
---@field StatusNoContent integer 204 No Content
---@field StatusResetContent integer 205 Reset Content
---@field StatusPartialContent integer 206 Partial Content
---@field StatusMultiStatus integer 207 Multi-Status
---@field StatusAlreadyReported integer 208 Already Reported
---@field StatusIMUsed integer 226 IM Used
---@field StatusMultipleChoices integer 300 Multiple Choices
---@field StatusMovedPermanently integer 301 Moved Permanently
---@field StatusFound integer 302 Found
---@field StatusSeeOther integer 303 See Other
---@field StatusNotModified integer 304 Not Modified
---@field StatusUseProxy integer 305 Use Proxy
---@field StatusTemporaryRedirect integer 307 Temporary Redirect
---@field StatusPermanentRedirect integer 308 Permanent Redirect
---@field StatusBadRequest integer 400 Bad Request
---@field StatusUnauthorized integer 401 Unauthorized
---@field StatusPaymentRequired integer 402 Payment Required
---@field StatusForbidden integer 403 Forbidden
---@field StatusNotFound integer 404 Not Found
---@field StatusMethodNotAllowed integer 405 Method Not Allowed
---@field StatusNotAcceptable integer 406 Not Acceptable
---@field StatusProxyAuthRequired integer 407 Proxy Authentication Required
---@field StatusRequestTimeout integer 408 Request Timeout
---@field StatusConflict integer 409 Conflict
---@field StatusGone integer 410 Gone
---@field StatusLengthRequired integer 411 Length Required
---@field StatusPreconditionFailed integer 412 Precondition Failed
---@field StatusRequestEntityTooLarge integer 413 Request Entity Too Large
---@field StatusRequestURITooLong integer 414 Request URI Too Long
---@field StatusUnsupportedMediaType integer 415 Unsupported Media Type
---@field StatusRequestedRangeNotSatisfiable integer 416 Requested Range Not Satisfiable
---@field StatusExpectationFailed integer 417 Expectation Failed
---@field StatusTeapot integer 418 I'm a teapot
---@field StatusMisdirectedRequest integer 421 Misdirected Request
---@field StatusUnprocessableEntity integer 422 Unprocessable Entity
---@field StatusLocked integer 423 Locked
---@field StatusFailedDependency integer 424 Failed Dependency
---@field StatusTooEarly integer 425 Too Early
---@field StatusUpgradeRequired integer 426 Upgrade Required
---@field StatusPreconditionRequired integer 428 Precondition Required
---@field StatusTooManyRequests integer 429 Too Many Requests
---@field StatusRequestHeaderFieldsTooLarge integer 431 Request Header Fields Too Large
---@field StatusUnavailableForLegalReasons integer 451 Unavailable For Legal Reasons
---@field StatusInternalServerError integer 500 Internal Server Error
---@field StatusNotImplemented integer 501 Not Implemented
---@field StatusBadGateway integer 502 Bad Gateway
---@field StatusServiceUnavailable integer 503 Service Unavailable
---@field StatusGatewayTimeout integer 504 Gateway Timeout
---@field StatusHTTPVersionNotSupported integer 505 HTTP Version Not Supported
---@field StatusVariantAlsoNegotiates integer 506 Variant Also Negotiates
---@field StatusInsufficientStorage integer 507 Insufficient Storage
---@field StatusLoopDetected integer 508 Loop Detected
---@field StatusNotExtended integer 510 Not Extended
---@field StatusNetworkAuthenticationRequired integer 511 Network Authentication Required
---@field SameSiteDefaultMode integer 1
---@field SameSiteLaxMode integer 2
---@field SameSiteStrictMode integer 3
---@field SameSiteNoneMode integer 4
---@field ErrNoCookie NetError `http: named cookie not present`
---@field ErrServerClosed NetError `http: Server closed`
---@field ErrBodyReadAfterClose NetError `http: invalid Read on closed Body`
---@field ErrBodyNotAllowed NetError A status or method without a body was given one.
---@field ErrContentLength NetError `http: wrote more than the declared Content-Length`
---@field ErrAbortHandler NetError `net/http: abort Handler`: a handler that raises it says nothing.
http = {}

---Header fields by name. Names have one form, `X-Api-Id`, whatever their case was; each has an
---array of values. `pairs` goes through names and arrays by the order of the names, `#` counts the
---names, `h["X-Api-Id"]` is the array of exactly that name.
---@class Header
---@field [string] string[] The values of that name, or nil.
---@operator len: integer
local Header = {}

---Adds a value to those of a name.
---
---```lua
---local h = http.Header()
---h:Add("accept", "text/html")
---h:Add("Accept", "text/plain")
---for name, values in pairs(h) do print(name, table.concat(values, ", ")) end
---  --> Accept text/html, text/plain
---```
---@param name string
---@param value string|number
function Header:Add(name, value) end

---Sets a name to one value.
---@param name string
---@param value string|number
function Header:Set(name, value) end

---The first value of a name.
---@param name string
---@return string value Empty if there is none.
function Header:Get(name) end

---All values of a name.
---@param name string
---@return string[] values
function Header:Values(name) end

---Removes a name.
---@param name string
function Header:Del(name) end

---A copy.
---@return Header copy
function Header:Clone() end

---A header of its own.
---
---```lua
---print(http.Header{["x-a"] = "1"}:Get("X-A"))  --> 1
---```
---@param fields? table<string, string|string[]> Names with a value or several.
---@return Header header
function http.Header(fields) end

---The form in which names of header fields are kept.
---
---```lua
---print(http.CanonicalHeaderKey("x-api-id"))  --> X-Api-Id
---```
---@param name string
---@return string key What is no name of a field stays as it is.
function http.CanonicalHeaderKey(name) end

---The words for a status code.
---
---```lua
---print(http.StatusText(http.StatusTeapot))  --> I'm a teapot
---```
---@param code integer
---@return string text Empty for an unknown code.
function http.StatusText(code) end

---A cookie: a table with these fields.
---@class Cookie
---@field Name string
---@field Value string
---@field Quoted? boolean Whether the value stands in quotation marks.
---@field Path? string
---@field Domain? string
---@field Expires? number|string Seconds since 1970, as `os.time` counts; or the text of a date.
---@field MaxAge? integer Seconds; below 0 means: forget it now.
---@field Secure? boolean
---@field HttpOnly? boolean
---@field SameSite? integer|string `http.SameSiteLaxMode` …, or the word.
local Cookie = {}

---As it stands in `Set-Cookie`.
---
---```lua
---print(http.Cookie{Name = "id", Value = "7", Path = "/", MaxAge = 60}:String())
---  --> id=7; Path=/; Max-Age=60
---```
---@return string text Empty if a part of it cannot be sent as it is.
function Cookie:String() end

---Whether it can be sent.
---@return NetError? err
function Cookie:Valid() end

---Makes a table a cookie with methods.
---
---```lua
---print(http.Cookie{Name = "two words", Value = "x"}:Valid())  --> http: invalid cookie
---```
---@param fields table As the fields of `Cookie`.
---@return Cookie cookie
function http.Cookie(fields) end

---Reads the value of a field `Cookie`.
---
---```lua
---print(http.ParseCookie("a=1; b=2")[1].Value)  --> 1
---```
---@param line string
---@return Cookie[]? cookies
---@return NetError? err
function http.ParseCookie(line) end

---Reads the value of a field `Set-Cookie`.
---
---```lua
---print(http.ParseSetCookie("id=7; Path=/; Max-Age=60").MaxAge)  --> 60
---```
---@param line string
---@return Cookie? cookie
---@return NetError? err
function http.ParseSetCookie(line) end

---A body that is read: of a request at the server, of a response at the client.
---@class Body
local Body = {}

---What has come, up to `n` octets; waits for the first. Behind the last the error is `io.EOF`.
---@async
---@param n? integer 4096 if not given.
---@return string? data
---@return NetError? err
function Body:Read(n) end

---All that is left.
---@async
---@return string? data
---@return NetError? err
function Body:ReadAll() end

---Says that the rest is not wanted.
---@return NetError? err
function Body:Close() end

---A request: a table whose fields a client fills in, or a server has filled in.
---@class Request
---@field Method string
---@field URL URL What is asked for.
---@field Proto string `HTTP/1.1`
---@field ProtoMajor integer
---@field ProtoMinor integer
---@field Header Header All fields but `Host`.
---@field Body? Body
---@field ContentLength integer -1 if nobody knows before the end.
---@field TransferEncoding? string[] `{"chunked"}`
---@field Close? boolean Whether the connection ends behind it.
---@field Host string
---@field Form? Values Of body and query, once `ParseForm` or `FormValue` was called.
---@field PostForm? Values Of the body.
---@field Trailer? Header The fields behind a chunked body.
---@field RemoteAddr? string At a server: the client's `host:port`.
---@field RequestURI? string At a server: what stood in the first line.
---@field Pattern? string At a server: the pattern of the `ServeMux` that chose the handler.
local Request = {}

---The cookie of that name.
---@param name string
---@return Cookie? cookie
---@return NetError? err `http.ErrNoCookie`
function Request:Cookie(name) end

---All cookies.
---@return Cookie[] cookies
function Request:Cookies() end

---All cookies of that name.
---@param name string
---@return Cookie[] cookies
function Request:CookiesNamed(name) end

---Adds a cookie to those that are sent.
---@param cookie Cookie
function Request:AddCookie(cookie) end

---Reads the query and, for POST, PUT and PATCH, a body that is a form; then `Form` and `PostForm`
---are there.
---@async
---@return NetError? err
function Request:ParseForm() end

---The first value of a name in body or query.
---@async
---@param name string
---@return string value Empty if there is none.
function Request:FormValue(name) end

---The first value of a name in the body.
---@async
---@param name string
---@return string value Empty if there is none.
function Request:PostFormValue(name) end

---User and password of the field `Authorization`.
---@return string user
---@return string password
---@return boolean ok
function Request:BasicAuth() end

---Sends user and password along. Without TLS everybody on the way can read them.
---@param user string
---@param password string
function Request:SetBasicAuth(user, password) end

---The field `User-Agent`.
---@return string value
function Request:UserAgent() end

---The field `Referer`.
---@return string value
function Request:Referer() end

---Whether the request speaks that version of HTTP or a later one.
---@param major integer
---@param minor integer
---@return boolean isSo
function Request:ProtoAtLeast(major, minor) end
