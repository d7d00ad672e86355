// The main job on the sample story, in the real application: what `npm start` does where there is no display.
console.error('The demonstration of the main job is not written yet.')
process.exitCode = 1
