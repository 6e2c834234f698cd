---@meta

---# Tasks and time
---
---A process can do several things at a time: `go` starts a task, as in Go. Tasks share all
---variables. A call that waits puts only the task aside that makes it.
---
---```lua
---go(function()
---  sleep(0.1)
---  print("later")
---end)
---print("first")
---sleep(0.2)
--- -->first
--- -->later
---```

---Puts the task aside for so many seconds of simulated time; other tasks, processes and machines go
---on. While everybody sleeps the clock jumps, so a long sleep costs nothing.
---@async
---@param seconds number Fractions are fine; 0 and less returns at once.
---@return boolean slept Always true.
function sleep(seconds) end

---Starts a task of this process that calls the function. An error in it is written to the console
---and ends the whole process, as any error does.
---@param f function
---@param ... any What it is called with.
function go(f, ...) end

---What the program was started with: `arg[1]`, `arg[2]` … and its own name as `arg[0]`. The script
---gets them as `...` too.
---@type string[]
arg = {}
