---@meta

---# Basic functions
---
---The functions of Lua 5.2 that belong to no table. What differs from C Lua stands in
---`docs/lua.md`.

---The version of Lua: `Lua 5.2`.
_VERSION = "Lua 5.2"

---The table of all global variables: `_G.x` is `x`.
---@type table<string, any>
_G = {}

---Raises an error if a value is false or nil; else gives back all its arguments. Made for functions
---that answer `nil, err`.
---
---```lua
---local f = assert(io.open("/etc/hosts"))   -- the error says why it cannot be opened
---print(pcall(assert, nil, "no route"))     --> false no route
---```
---@param v any
---@param message? any `assertion failed!` if not given.
---@param ... any
---@return any ... All the arguments.
function assert(v, message, ...) end

---What to do about memory.
---@alias MemoryOption
---| "collect" # Count now what is still in use.
---| "count" # Tell how much is in use.
---| "step" # Count a part.
---| "stop" # Count no more by itself.
---| "restart" # Count by itself again.
---| "isrunning" # Tell whether it does.
---| "setpause" # Kept and answered, without effect.
---| "setstepmul" # Kept and answered, without effect.
---| "setmajorinc" # Kept and answered, without effect.
---| "generational" # Without effect.
---| "incremental" # Without effect.

---Asks for, or works on, the count of memory. The figures are those of the simulated machine and
---the same in every run.
---@param option? MemoryOption `collect` if not given.
---@param argument? integer
---@return number|boolean result For `count`: KiB in use.
---@return number? octets For `count`: the octets beyond whole KiB.
function collectgarbage(option, argument) end

---Runs a file of this machine and gives what it returns. Raises if it cannot be read or is no Lua.
---@param filename string From the working directory on.
---@return any ...
function dofile(filename) end

---Raises an error. The text gets the place in front: `scripts/x.lua:3: …`.
---
---```lua
---print(pcall(error, "no route", 0))  --> false no route
---```
---@param message? any Usually a text; any value may be raised.
---@param level? integer Whose place: 1 the caller of `error` (if not given), 2 its caller, 0 none.
function error(message, level) end

---The metatable of a value, or what its field `__metatable` holds.
---@param value any
---@return any metatable nil if there is none.
function getmetatable(value) end

---For a loop over `t[1]`, `t[2]` … up to the first nil.
---
---```lua
---for i, name in ipairs({"ann", "bob"}) do print(i, name) end
--- -->1 ann
--- -->2 bob
---```
---@param t table
---@return function iterator
---@return table t
---@return integer start
function ipairs(t) end

---Compiles a text. Compiled code is not accepted.
---
---```lua
---print(load("return 1 + 1")())  --> 2
---print(load("x ="))             --> nil [string "x ="]:1: unexpected symbol near <eof>
---```
---@param chunk string|function The text, or a function that gives it in pieces and nil at the end.
---@param chunkname? string What messages call it.
---@param mode? string `bt`, `t`; with `b` alone every text is refused.
---@param env? any What the chunk sees as its global variables.
---@return function? f
---@return string? err
function load(chunk, chunkname, mode, env) end

---Compiles a file of this machine.
---@param filename string From the working directory on.
---@param mode? string
---@param env? any What the chunk sees as its global variables.
---@return function? f
---@return string? err
function loadfile(filename, mode, env) end

---The old name of `load`.
---@deprecated
---@param chunk string|function
---@param chunkname? string
---@param mode? string
---@param env? any
---@return function? f
---@return string? err
function loadstring(chunk, chunkname, mode, env) end

---The entry of a table that follows a key.
---
---```lua
---print(next({}) == nil)  --> true
---```
---@param t table
---@param key? any The first entry if not given.
---@return any key nil after the last.
---@return any value
function next(t, key) end

---For a loop over all entries of a table. Numbered ones come first, in order; the others in an
---order that is the same in every run.
---@param t table
---@return function iterator
---@return table t
---@return nil start
function pairs(t) end

---Calls a function and catches errors.
---
---```lua
---local ok, err = pcall(function() return ("x") + 1 end)
---print(ok)  --> false
---```
---@param f any
---@param ... any What it is called with.
---@return boolean ok
---@return any ... What it returned, or the error.
function pcall(f, ...) end

---Writes its arguments with tabs between them and a line end to the console.
---
---```lua
---print("port", 80, nil)  --> port 80 nil
---```
---@param ... any
function print(...) end

---Whether two values are the same, without `__eq`.
---@param a any
---@param b any
---@return boolean equal
function rawequal(a, b) end

---A field of a table, without `__index`.
---@param t table
---@param key any
---@return any value
function rawget(t, key) end

---The length of a table or string, without `__len`.
---@param v table|string
---@return integer length
function rawlen(v) end

---Sets a field of a table, without `__newindex`.
---@param t table
---@param key any
---@param value any
---@return table t
function rawset(t, key, value) end

---The arguments from one on, or with `#` how many there are.
---
---```lua
---print(select(2, "a", "b", "c"))    --> b c
---print(select("#", "a", nil, nil))  --> 3
---```
---@param n integer|"#" A negative number counts from the end.
---@param ... any
---@return any ...
function select(n, ...) end

---Gives a table its metatable.
---@param t table
---@param metatable table|nil
---@return table t
function setmetatable(t, metatable) end

---The number that a text means.
---
---```lua
---print(tonumber("0x10"), tonumber("ff", 16), tonumber("ten"))  --> 16 255 nil
---```
---@param v any
---@param base? integer 2 to 36; then `v` must be a string.
---@return number? number
function tonumber(v, base) end

---The text of a value.
---@param v any
---@return string text
function tostring(v) end

---The type of a value.
---@param v any
---@return "nil"|"boolean"|"number"|"string"|"table"|"function"|"thread"|"userdata" type
function type(v) end

---The old name of `table.unpack`.
---@deprecated
---@param list table
---@param from? integer
---@param to? integer
---@return any ...
function unpack(list, from, to) end

---As `pcall`, with a function that gets the error where it happens, for example `debug.traceback`.
---@param f any
---@param handler any
---@param ... any What `f` is called with.
---@return boolean ok
---@return any ... What it returned, or what the handler did.
function xpcall(f, handler, ...) end
