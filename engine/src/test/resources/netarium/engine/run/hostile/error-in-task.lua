--! contains: scripts/error-in-task.lua:2: task
go(function() error("task") end)
sleep(1)
print("not reached")
