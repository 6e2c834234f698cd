---@meta

---# coroutine
---
---Coroutines take turns within one task, where the script says so. For several things at a time use
---`go`: tasks take turns by themselves. Calls that wait may stand in coroutines.
---
---```lua
---local next_port = coroutine.wrap(function()
---  for port = 8000, 8010 do coroutine.yield(port) end
---end)
---print(next_port(), next_port())  --> 8000 8001
---```

---Coroutines.
---@class coroutinelib
coroutine = {}

---A coroutine that will run a function.
---@param f function
---@return thread co
function coroutine.create(f) end

---Lets a coroutine go on until it yields, ends or fails.
---@param co thread
---@param ... any What its `yield` gives, or what its function is called with.
---@return boolean ok
---@return any ... What it yielded or returned, or the error.
function coroutine.resume(co, ...) end

---The coroutine that runs, and whether it is the task itself.
---@return thread co
---@return boolean ismain
function coroutine.running() end

---How a coroutine is doing.
---@param co thread
---@return "suspended"|"running"|"normal"|"dead" status
function coroutine.status(co) end

---A function that lets a new coroutine go on each time it is called. Errors go to its caller.
---@param f function
---@return function resume
function coroutine.wrap(f) end

---Hands over to whoever resumed this coroutine.
---@param ... any What its `resume` gives.
---@return any ... What the next `resume` is given.
function coroutine.yield(...) end
