--! runs
local co = coroutine.create(function() error({}) end)
print(coroutine.resume(co))
print(coroutine.resume(co))
print(coroutine.resume(coroutine.running()))
