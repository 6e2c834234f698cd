--! runs
local source = "local s = ... return load(s)(s)"
load(source)(source)
