package com.anycompany.shop.cart;

import com.anycompany.service.spring.contract.OpenApiContractTests;

class OpenApiTests extends OpenApiContractTests {}
