" How aic files are edited.
if exists('b:did_ftplugin')
  finish
endif
let b:did_ftplugin = 1

setlocal comments=:##,:# commentstring=#\ %s
" `gq` gives the lines to the formatter.
setlocal formatprg=aic\ fmt\ - formatoptions-=t formatoptions+=croql
setlocal expandtab shiftwidth=2 softtabstop=2
setlocal autoindent smartindent cinkeys-=0# indentkeys-=0#
setlocal suffixesadd=.aic

let b:undo_ftplugin = 'setlocal comments< commentstring< formatprg< formatoptions<'
  \ . ' expandtab< shiftwidth< softtabstop< autoindent< smartindent< cinkeys< indentkeys<'
  \ . ' suffixesadd<'
