--! ends: nil
error(nil)
