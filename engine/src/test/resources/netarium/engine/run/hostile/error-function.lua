--! runs
error(print)
