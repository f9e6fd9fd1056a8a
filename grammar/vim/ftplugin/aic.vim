" How aic files are edited.
if exists('b:did_ftplugin')
  finish
endif
let b:did_ftplugin = 1

setlocal comments=:##,:# commentstring=#\ %s
" `gq` gives the lines to the formatter.
setlocal formatprg=aic\ fmt\ - formatoptions-=t formatoptions+=croql
setlocal expandtab shiftwidth=2 softtabstop=2
setlocal autoindent indentexpr=AicIndent(v:lnum) indentkeys=0},0),0],o,O
setlocal suffixesadd=.aic

let b:undo_ftplugin = 'setlocal comments< commentstring< formatprg< formatoptions<'
  \ . ' expandtab< shiftwidth< softtabstop< autoindent< indentexpr< indentkeys< suffixesadd<'

if exists('*AicIndent')
  finish
endif

" One step for each open bracket; a clause on a line of its own, and what goes on behind an operator
" or outside brackets behind a comma, stays where it is.
function AicIndent(lnum)
  let line = getline(a:lnum)
  if line =~# '^\s\+\%(on\|using\|with\|at\|serving\|for\|over\|subject\|source\|as\|show\)\>\s*[:=]\@!'
    return indent(a:lnum)
  endif
  let first = a:lnum - 1
  while first > 1 && getline(first) !~# '^\k'
    let first -= 1
  endwhile
  let depth = line =~# '^\s*[})\]]' ? -1 : 0
  let last = ''
  for text in getline(max([first, 1]), a:lnum - 1)
    let bare = substitute(text, '"\%(\\.\|[^"\\]\)*"\|#.*', '', 'g')
    let depth += strlen(substitute(bare, '[^{(\[]', '', 'g'))
    let depth -= strlen(substitute(bare, '[^})\]]', '', 'g'))
    let last = bare =~# '\S' ? bare : last
  endfor
  if last =~# '[-+*/^<>=±]\s*$\|\<\%(and\|or\|not\|of\|mod\|to\|per\|in\|then\|else\)\s*$'
    \ || depth == 0 && last =~# ',\s*$'
    return indent(a:lnum)
  endif
  return max([depth, 0]) * shiftwidth()
endfunction
