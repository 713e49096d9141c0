# Prints the verbs of a Makefile: `##@` starts a group, `name: … ##` is one verb with its line.
/^##@ / { printf "%s%s%s%s\n", separator, bold, substr($0, 5), plain; separator = "\n" }
/^[a-z-]+:.* ## / {
  name = substr($0, 1, index($0, ":") - 1)
  printf "  %smake %-14s%s %s\n", cyan, name, plain, substr($0, index($0, " ## ") + 4)
}
