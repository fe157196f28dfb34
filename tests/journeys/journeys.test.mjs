// All journeys, one after the other, through one house.

import { after, afterEach, describe } from "node:test";

import { House } from "./house/house.mjs";
import badInput from "./journeys/bad_input.mjs";
import casePage from "./journeys/case_page.mjs";
import door from "./journeys/door.mjs";
import morning from "./journeys/morning.mjs";
import roles from "./journeys/roles.mjs";
import sharedMachine from "./journeys/shared_machine.mjs";
import signIn from "./journeys/sign_in.mjs";
import supervision from "./journeys/supervision.mjs";
import turned from "./journeys/turned.mjs";
import wholeCase from "./journeys/whole_case.mjs";

const house = await House.open();
afterEach(() => house.tidy());
after(() => house.close());

describe("sign-in", () => signIn(house));
describe("the morning", () => morning(house));
describe("the door", () => door(house));
describe("who sees what", () => roles(house));
describe("the whole case", () => wholeCase(house));
describe("the case page", () => casePage(house));
describe("a shared machine", () => sharedMachine(house));
describe("the supervisor's round", () => supervision(house));
describe("bad input", () => badInput(house));
// The last one: it begins the demonstration anew, and with it every session ends.
describe("the turned screen", () => turned(house));
