package com.anycompany.shop.catalog;

import com.anycompany.service.spring.contract.OpenApiContractTests;

class OpenApiTests extends OpenApiContractTests {}
