error(nil)
--[[ console
failed with nothing to say: error(nil)

]]
