go(function() error("task") end)
sleep(1)
print("not reached")
--[[ console
scripts/error-in-task.lua:1: task
...
]]
