/** Style sheets are built in by the bundler. */
declare module '*.css';
