import { Showcase } from '../components/Showcase.tsx';

export default Showcase;
