"""From YAML to a verified site.

The words of the house, each for one thing:

entry     one thing a reader reads, from one file or one item of a file: `cause:sleep-loss`
kind      a shape of entry: its fields, where a reader meets it, its rules, what it makes
slug      an entry's name within its kind: `sleep-loss`
field     a value of an entry; loc: its place in there; location: its file, line and name
catalog   every entry with its links and their way back
rule      what must hold of a file, an entry, the catalog, a page or the site
problem   one place where a rule does not hold, as the line an author sees
page      a page to be rendered; pdf: a sheet to be typeset; file: bytes to be written
sheet     what is printed and filled in by hand; it is a page and a PDF of the same lines
guide     the entry about the whole, `content/site.yml`
site      the finished folder of HTML; an HtmlPage is one page of it
flow      a decision flow: a graph of questions and outcomes, joined by answers

The map; a module imports only what stands above it here, and no stage another stage:

problems project dates         the ground
content/fields content/markup  what a field can mean; the Markdown that content may use
content/statements             its sentences, and what each cites
rule entry made model          the nouns of above
site/read                      the finished site, parsed
content/                       files -> catalog: load, validate, link
rules/                         what must hold of any content and any site, and the one runner
output/                        catalog -> docs folder: pages, PDFs, write; shared templates
site/                          docs folder -> published site: engine, finish, offline, publish
kinds/                         a folder a kind: entry.py, rules.py, makes.py, templates
pipeline                       the order of it all
manual reference review        the lists of all rules, all fields, all cited statements
__main__ mkdocs_hook           the doors
"""
