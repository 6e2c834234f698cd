for _, name in ipairs{"org.luaj.vm2.lib.jse.LuajavaLib", "java.lang.Runtime", "../../etc/passwd", "/etc/passwd"} do
  print((pcall(require, name)))
end
require("org.luaj.vm2.lib.jse.LuajavaLib")
--[[ console
false
false
false
false
scripts/escape-require.lua:4: module 'org.luaj.vm2.lib.jse.LuajavaLib' not found:
(and so on)
	no file 'org/luaj/vm2/lib/jse/LuajavaLib.lua'
	no file '/usr/lib/lua/org/luaj/vm2/lib/jse/LuajavaLib.lua'
...
]]
