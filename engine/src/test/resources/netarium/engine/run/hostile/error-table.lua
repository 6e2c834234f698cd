--! runs
error({code = 1})
