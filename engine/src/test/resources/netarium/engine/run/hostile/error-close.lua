local co = coroutine.create(function() error({}) end)
print(coroutine.resume(co))
print(coroutine.resume(co))
print(coroutine.resume(coroutine.running()))
--[[ console
false	table: ...
false	cannot resume dead coroutine
false	cannot resume non-suspended coroutine
]]
