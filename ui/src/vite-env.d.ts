// Styles and Svelte components as modules.
/// <reference types="vite/client" />
/// <reference types="svelte" />
