local source = "local s = ... return load(s)(s)"
load(source)(source)
--[[ console
[string "local s = ... return load(s)(s)"]:1: busy for 1 s without waiting
]]
