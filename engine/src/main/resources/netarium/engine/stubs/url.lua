---@meta

---# url: addresses
---
---Addresses as Go's package `net/url` reads, writes and resolves them. Nothing here uses the
---network.
---
---```lua
---local u = assert(url.Parse("http://ann@shop.example:8080/a%20b?item=1&item=2#top"))
---print(u.Scheme, u:Hostname(), u:Port(), u.Path)  --> http shop.example 8080 /a b
---print(u:Query():Get("item"), #u:Query().item)    --> 1 2
---u.Path, u.RawPath = "/c d", ""
---print(u)  --> http://ann@shop.example:8080/c%20d?item=1&item=2#top
---```

---Addresses, as Go's `net/url`.
---@class urllib
url = {}

---An address. Its fields can be read and written; the methods look at them when they are called.
---Fields that say nothing are empty strings.
---@class URL
---@field Scheme string `http`, in small letters.
---@field Opaque string What follows the scheme where no slash does, as in `mailto:ann@example.com`.
---@field User? Userinfo What stands before the `@`.
---@field Host string Host and port: `shop.example:8080`, `[::1]:80`.
---@field Path string The path, without escapes.
---@field RawPath string How the path was escaped, where that is not the usual way.
---@field OmitHost boolean Whether an empty host is left out together with its slashes.
---@field ForceQuery boolean Whether a `?` stands there although no query follows.
---@field RawQuery string The query as it stands there, without the `?`.
---@field Fragment string What follows the `#`, without escapes.
---@field RawFragment string How that was escaped, where that is not the usual way.
local URL = {}

---The address as text; `tostring(u)` is the same.
---
---```lua
---print(url.URL{Scheme = "http", Host = "h", Path = "/a b"}:String())  --> http://h/a%20b
---```
---@return string text
function URL:String() end

---The address as text, its password replaced by `xxxxx`.
---
---```lua
---print(url.Parse("http://ann:secret@h/"):Redacted())  --> http://ann:xxxxx@h/
---```
---@return string text
function URL:Redacted() end

---The host without port and brackets.
---
---```lua
---print(url.Parse("http://[::1]:80/"):Hostname())  --> ::1
---```
---@return string name
function URL:Hostname() end

---The port as text, empty when there is none.
---
---```lua
---print(url.Parse("http://h:8080/"):Port())  --> 8080
---```
---@return string port
function URL:Port() end

---The path as it stands in an address.
---
---```lua
---print(url.Parse("http://h/a b"):EscapedPath())  --> /a%20b
---```
---@return string path
function URL:EscapedPath() end

---What follows the `#` as it stands in an address.
---
---```lua
---print(url.Parse("#a b"):EscapedFragment())  --> a%20b
---```
---@return string fragment
function URL:EscapedFragment() end

---What a request line says: path and query.
---
---```lua
---print(url.Parse("http://h/a?b#c"):RequestURI())  --> /a?b
---```
---@return string target
function URL:RequestURI() end

---Whether the address has a scheme.
---
---```lua
---print(url.Parse("/a"):IsAbs(), url.Parse("http://h"):IsAbs())  --> false true
---```
---@return boolean absolute
function URL:IsAbs() end

---The query, read. What is wrong in it is left out; `url.ParseQuery` tells what that was.
---
---```lua
---print(url.Parse("?a=1&b=x+y"):Query():Get("b"))  --> x y
---```
---@return Values values
function URL:Query() end

---What a reference means that stands in the document at this address (RFC 3986).
---
---```lua
---print(url.Parse("http://h/a/b"):Parse("../c"))  --> http://h/c nil
---```
---@param reference string
---@return URL? address
---@return NetError? err
function URL:Parse(reference) end

---As `Parse`, of a reference that has been read already.
---
---```lua
---print(url.Parse("http://h/a/b"):ResolveReference(url.Parse("c")))  --> http://h/a/c nil
---```
---@param reference URL
---@return URL? address
---@return NetError? err
function URL:ResolveReference(reference) end

---The address with more elements of a path, which is tidied.
---
---```lua
---print(url.Parse("http://h/a/"):JoinPath("b", "../c"))  --> http://h/a/c nil
---```
---@param ... string
---@return URL? address
---@return NetError? err
function URL:JoinPath(...) end

---A user, and perhaps a password, of an address.
---@class Userinfo
local Userinfo = {}

---The user's name.
---
---```lua
---print(url.User("ann"):Username())  --> ann
---```
---@return string name
function Userinfo:Username() end

---The password, and whether there is one.
---
---```lua
---print(url.UserPassword("ann", "secret"):Password())  --> secret true
---```
---@return string password
---@return boolean isThere
function Userinfo:Password() end

---As it stands in an address; `tostring` gives the same.
---
---```lua
---print(url.UserPassword("ann", "a/b"):String())  --> ann:a%2Fb
---```
---@return string text
function Userinfo:String() end

---Names and their values, as a query or a form has them. `values.name` is the array of all values
---of a name, `pairs` goes over all names. A name that is also that of a method is reached by the
---methods.
---
---```lua
---local v = url.Values{name = "Ann", tag = {"x", "y"}}
---v:Add("tag", "z")
---print(#v.tag, v:Encode())  --> 3 name=Ann&tag=x&tag=y&tag=z
---```
---@class Values
local Values = {}

---The first value of a name, an empty string when there is none.
---
---```lua
---print(url.Values{a = {"1", "2"}}:Get("a"))  --> 1
---```
---@param name string
---@return string value
function Values:Get(name) end

---Gives a name one value, in place of those it has.
---
---```lua
---local v = url.Values{a = {"1", "2"}}
---v:Set("a", "3")
---print(v:Encode())  --> a=3
---```
---@param name string
---@param value string
function Values:Set(name, value) end

---Gives a name one more value.
---
---```lua
---local v = url.Values()
---v:Add("a", "1")
---v:Add("a", "2")
---print(v:Encode())  --> a=1&a=2
---```
---@param name string
---@param value string
function Values:Add(name, value) end

---Takes a name away.
---
---```lua
---local v = url.Values{a = "1", b = "2"}
---v:Del("a")
---print(v:Encode())  --> b=2
---```
---@param name string
function Values:Del(name) end

---Whether a name is there.
---
---```lua
---print(url.Values{a = ""}:Has("a"))  --> true
---```
---@param name string
---@return boolean isThere
function Values:Has(name) end

---As it stands in an address, sorted by name; `tostring` gives the same.
---
---```lua
---print(url.Values{b = "x y", a = "&"}:Encode())  --> a=%26&b=x+y
---```
---@return string text
function Values:Encode() end

---Reads an address, absolute or relative.
---
---```lua
---print(url.Parse("http://h/?q=1"))  --> http://h/?q=1 nil
---print(url.Parse("http://a b/"))  --> nil parse "http://a b/": invalid character " " in host name
---```
---@param text string
---@return URL? address
---@return NetError? err
function url.Parse(text) end

---Reads what stands in a request: an absolute address, or a path.
---
---```lua
---print(url.ParseRequestURI("a/b"))  --> nil parse "a/b": invalid URI for request
---```
---@param text string
---@return URL? address
---@return NetError? err
function url.ParseRequestURI(text) end

---Reads a query or a form. As in Go, what could be read is there beside an error.
---
---```lua
---local values, err = url.ParseQuery("a=1&b=%zz")
---print(values:Get("a"), err)  --> 1 invalid URL escape "%zz"
---```
---@param text string
---@return Values values
---@return NetError? err
function url.ParseQuery(text) end

---An address as text with more elements of a path.
---
---```lua
---print(url.JoinPath("http://h/a", "b", "..", "c"))  --> http://h/a/c nil
---```
---@param base string
---@param ... string
---@return string? text
---@return NetError? err
function url.JoinPath(base, ...) end

---Escapes what may not stand in a query.
---
---```lua
---print(url.QueryEscape("a b&c"))  --> a+b%26c
---```
---@param text string
---@return string escaped
function url.QueryEscape(text) end

---Takes back `QueryEscape`.
---
---```lua
---print(url.QueryUnescape("a+b%26c"))  --> a b&c nil
---```
---@param text string
---@return string? plain
---@return NetError? err
function url.QueryUnescape(text) end

---Escapes what may not stand in one element of a path.
---
---```lua
---print(url.PathEscape("a b/c"))  --> a%20b%2Fc
---```
---@param text string
---@return string escaped
function url.PathEscape(text) end

---Takes back `PathEscape`.
---
---```lua
---print(url.PathUnescape("a%20b%2Fc"))  --> a b/c nil
---```
---@param text string
---@return string? plain
---@return NetError? err
function url.PathUnescape(text) end

---A user for the field `User` of an address.
---
---```lua
---print(url.URL{Scheme = "http", User = url.User("ann"), Host = "h"})  --> http://ann@h
---```
---@param name string
---@return Userinfo user
function url.User(name) end

---A user with a password.
---
---```lua
---print(url.UserPassword("ann", "secret"))  --> ann:secret
---```
---@param name string
---@param password string
---@return Userinfo user
function url.UserPassword(name, password) end

---An address with these fields; those that are not named say nothing.
---
---```lua
---print(url.URL{Scheme = "http", Host = "h", RawQuery = "a=1"})  --> http://h?a=1
---```
---@param fields? table
---@return URL address
function url.URL(fields) end

---Names and values; a value is a string or an array of strings.
---
---```lua
---print(url.Values{a = "1"})  --> a=1
---```
---@param values? table
---@return Values values
function url.Values(values) end
