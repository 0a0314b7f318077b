package com.anycompany.xray.local.robustness;

/** Makes spoilt inputs of good ones, always the same ones for the same seed. */
interface Mutator {

    byte[] next();
}
