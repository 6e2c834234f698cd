---@meta

---# debug
---
---For tools and curious people. A script that only wants to know where it went wrong uses
---`debug.traceback`. Where a function takes `thread` first, it may be left out.

---A look inside.
---@class debuglib
debug = {}

---What is known about a function.
---@class DebugInfo
---@field source? string
---@field short_src? string
---@field linedefined? integer
---@field lastlinedefined? integer
---@field what? "Lua"|"C"|"main"
---@field currentline? integer
---@field nups? integer How many variables from outside it uses.
---@field nparams? integer
---@field isvararg? boolean
---@field name? string
---@field namewhat? string
---@field istailcall? boolean
---@field activelines? table<integer, boolean>
---@field func? function

---The hook of a thread.
---@param thread? thread
---@return function? hook
---@return string mask
---@return integer count
function debug.gethook(thread) end

---What is known about a function, or about the one that runs at a level: 0 is `getinfo` itself, 1
---the function that calls it.
---
---```lua
---print(debug.getinfo(print).what)  --> C
---```
---@param thread thread
---@param f function|integer
---@param what? string Which fields: letters of `flnStuL`.
---@return DebugInfo? info nil if no function runs at that level.
---@overload fun(f: function|integer, what?: string): DebugInfo?
function debug.getinfo(thread, f, what) end

---A local variable of a function that runs, or the name of a parameter of a function.
---@param thread thread
---@param f function|integer
---@param index integer Negative for the arguments in `...`.
---@return string? name
---@return any value
---@overload fun(f: function|integer, index: integer): string?, any
function debug.getlocal(thread, f, index) end

---The metatable of a value, whatever `__metatable` says.
---@param value any
---@return table? metatable
function debug.getmetatable(value) end

---A variable from outside that a function uses.
---@param f function
---@param index integer From 1 on.
---@return string? name
---@return any value
function debug.getupvalue(f, index) end

---What `debug.setuservalue` stored.
---@param value? any
---@return any stored
function debug.getuservalue(value) end

---Has a function called for each call (`c`), return (`r`), line (`l`) or so many instructions.
---Without arguments the hook is taken away.
---@param thread thread
---@param hook? function
---@param mask? string
---@param count? integer
---@overload fun(hook?: function, mask?: string, count?: integer)
function debug.sethook(thread, hook, mask, count) end

---Sets a local variable of a function that runs.
---@param thread thread
---@param level integer
---@param index integer
---@param value any
---@return string? name
---@overload fun(level: integer, index: integer, value: any): string?
function debug.setlocal(thread, level, index, value) end

---Gives any value a metatable; except for tables and userdata all values of its type share it.
---@param value any
---@param metatable table|nil
---@return any value
function debug.setmetatable(value, metatable) end

---Sets a variable from outside that a function uses.
---@param f function
---@param index integer
---@param value any
---@return string? name
function debug.setupvalue(f, index, value) end

---Stores a table with a userdata.
---@param value userdata
---@param stored? table
---@return userdata value
function debug.setuservalue(value, stored) end

---Which functions are being called at this moment, as text.
---@param thread thread
---@param message? any What stands above it.
---@param level? integer Where to begin.
---@return any text
---@overload fun(message?: any, level?: integer): any
function debug.traceback(thread, message, level) end

---Identifies a variable from outside: two functions that share it answer the same.
---@param f function
---@param index integer
---@return userdata id
function debug.upvalueid(f, index) end

---Makes a function use a variable from outside that another one uses.
---@param f1 function
---@param n1 integer
---@param f2 function
---@param n2 integer
function debug.upvaluejoin(f1, n1, f2, n2) end
