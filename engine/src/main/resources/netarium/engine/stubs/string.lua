---@meta

---# string
---
---Strings are octets: what a packet carries fits into one. All functions are also methods:
---`s:upper()`. Positions count from 1, negative ones from the end.
---
---Patterns know `.` (any octet), `%a` letters, `%d` digits, `%s` blanks, `%w` letters and digits,
---`%x` hexadecimal digits, `[…]` sets, and `*`, `+`, `-`, `?` behind them; `^` and `$` are the
---ends, `(…)` captures.

---The functions of strings.
---@class stringlib
string = {}

---The values of octets.
---
---```lua
---print(("GET"):byte(1, -1))  --> 71 69 84
---```
---@param s string
---@param from? integer 1 if not given.
---@param to? integer The same as `from` if not given.
---@return integer ...
function string.byte(s, from, to) end

---A string of octets with these values.
---
---```lua
---print(string.char(71, 69, 84))  --> GET
---```
---@param ... integer 0 to 255.
---@return string s
function string.char(...) end

---Always raises `unable to dump given function`: compiled code is not handed out here.
---@param f function
function string.dump(f) end

---Where a pattern is found for the first time.
---
---```lua
---print(("10.0.0.1:80"):find(":(%d+)"))      --> 9 11 80
---print(("10.0.0.1:80"):find(".", 1, true))  --> 3 3
---```
---@param s string
---@param pattern string
---@param init? integer Where to begin; 1 if not given.
---@param plain? boolean Take the pattern as plain text.
---@return integer? first nil if it is not found.
---@return integer? last
---@return any ... The captures.
function string.find(s, pattern, init, plain) end

---A text by a format as in C: `%d` whole numbers, `%s` anything as text, `%x` hexadecimal, `%5.1f`
---with width and digits, `%q` as Lua source, `%%` a percent sign.
---
---```lua
---print(("%s:%d 0x%04x"):format("10.0.0.1", 80, 80))  --> 10.0.0.1:80 0x0050
---```
---@param format string
---@param ... any
---@return string text
function string.format(format, ...) end

---For a loop over everything that fits a pattern.
---
---```lua
---for key, value in ("a=1&b=2"):gmatch("(%w+)=(%w+)") do print(key, value) end
--- -->a 1
--- -->b 2
---```
---@param s string
---@param pattern string
---@return function iterator
function string.gmatch(s, pattern) end

---Replaces what fits a pattern: by a text, by what a table has for it, or by what a function
---answers.
---
---```lua
---print(("a.b.c"):gsub("%.", "/"))  --> a/b/c 2
---```
---@param s string
---@param pattern string
---@param replacement string|number|table|function `%1` is the first capture.
---@param n? integer The most replacements.
---@return string text
---@return integer count
function string.gsub(s, pattern, replacement, n) end

---How many octets a string has.
---@param s string
---@return integer length
function string.len(s) end

---In small letters, A to Z only.
---@param s string
---@return string s
function string.lower(s) end

---The captures of the first place that fits a pattern, or what fits if there are none.
---
---```lua
---print(("HTTP/1.0 404 Not Found"):match("^HTTP/%S+ (%d+)"))  --> 404
---```
---@param s string
---@param pattern string
---@param init? integer Where to begin; 1 if not given.
---@return any ... nil if it is not found.
function string.match(s, pattern, init) end

---A string so many times, with another one between.
---
---```lua
---print(("ab"):rep(3, "-"))  --> ab-ab-ab
---```
---@param s string
---@param n integer
---@param separator? string
---@return string s
function string.rep(s, n, separator) end

---The octets in reverse order.
---@param s string
---@return string s
function string.reverse(s) end

---A part of a string.
---
---```lua
---print(("netarium"):sub(1, 3), ("netarium"):sub(-4))  --> net rium
---```
---@param s string
---@param from integer
---@param to? integer The end if not given.
---@return string s
function string.sub(s, from, to) end

---In capitals, a to z only.
---@param s string
---@return string s
function string.upper(s) end
