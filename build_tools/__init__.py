"""From YAML to a verified site. Five floors; a module imports only from the floors below its own.

floor 5  __main__, mkdocs_hook                      doors: thin
floor 4  pipeline                                   the only file that knows the order
floor 3  load validate link check render typeset    content -> files
         write engine finish publish                files -> the published site
         kinds/                                     the shapes of content, each with its templates
         verify/                                    what must hold of the finished site
floor 2  fields model site sheet                    the nouns
floor 1  problems markup project                    the ground
"""
