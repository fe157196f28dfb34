import "./away.js";
import "./reveal.js";
