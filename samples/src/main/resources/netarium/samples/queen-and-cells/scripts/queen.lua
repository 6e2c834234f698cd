-- Whatever name the queen is called by, it is one site: @.
assert(hlhv.queen{
  key = "honey",
  aliases = { ["(fallback)"] = "@" },
})
