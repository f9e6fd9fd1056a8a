// The least a Swift program can do: what start-up is measured against.
print("2")
