print(luajava, java, org, package.loadlib, io.popen, debug.getregistry)
luajava.bindClass("java.lang.Runtime")
--[[ console
nil	nil	nil	function: ...
scripts/escape-host.lua:2: attempt to index global 'luajava' (a nil value)
...
]]
