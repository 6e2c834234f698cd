while true do os.spawn("/home/scripts/flood-fork.lua") end
--[[ console
scripts/flood-fork.lua:1: too many processes: this machine may run no more than 256
...
]]
