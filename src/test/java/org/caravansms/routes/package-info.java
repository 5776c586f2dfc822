/** Routes by themselves: a route of the distribution, its own beans, and mocks where it calls the others. */
package org.caravansms.routes;
