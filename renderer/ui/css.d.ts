/** esbuild turns imported style sheets into one sheet beside the script. */
declare module '*.css'
