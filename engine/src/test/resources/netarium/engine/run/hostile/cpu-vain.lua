while true do net.recv() io.write("") os.clock() end
--[[ console
]]
