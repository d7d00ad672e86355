export { mustStand } from '../files/must-stand.ts'
