//! The header rows of Salesforce's export service, one per object: the names of the standard fields, in its order.

pub const USER: &str = "\
    Id,Username,FirstName,LastName,MiddleName,Suffix,CompanyName,Division,Department,Title,Street,City,\
    State,PostalCode,Country,StateCode,CountryCode,Latitude,Longitude,GeocodeAccuracy,Email,SenderEmail,\
    SenderName,Signature,StayInTouchSubject,StayInTouchSignature,StayInTouchNote,Phone,Fax,MobilePhone,\
    Alias,CommunityNickname,IsActive,IsSystemControlled,TimeZoneSidKey,UserRoleId,LocaleSidKey,\
    ReceivesInfoEmails,ReceivesAdminInfoEmails,EmailEncodingKey,DefaultCurrencyIsoCode,CurrencyIsoCode,\
    ProfileId,UserType,UserSubtype,StartDay,EndDay,LanguageLocaleKey,EmployeeNumber,DelegatedApproverId,\
    ManagerId,LastLoginDate,LastPasswordChangeDate,CreatedDate,CreatedById,LastModifiedDate,\
    LastModifiedById,SystemModstamp,NumberOfFailedLogins,SuAccessExpirationDate,\
    SuOrgAdminExpirationDate,OfflineTrialExpirationDate,WirelessTrialExpirationDate,\
    OfflinePdaTrialExpirationDate,ForecastEnabled,ContactId,AccountId,CallCenterId,Extension,\
    FederationIdentifier,AboutMe,LoginLimit,ProfilePhotoId,DigestFrequency,\
    DefaultGroupNotificationFrequency,WorkspaceId,SharingType,ChatterAdoptionStage,\
    ChatterAdoptionStageModifiedDate,BannerPhotoId,IsProfilePhotoActive,GlobalIdentity";
pub const USER_ROLE: &str = "\
    Id,Name,ParentRoleId,RollupDescription,OpportunityAccessForAccountOwner,CaseAccessForAccountOwner,\
    ContactAccessForAccountOwner,ForecastUserId,MayForecastManagerShare,LastModifiedDate,\
    LastModifiedById,SystemModstamp,PortalAccountId,PortalType,PortalRole,PortalAccountOwnerId";
pub const ACCOUNT: &str = "\
    Id,IsDeleted,MasterRecordId,Name,Type,RecordTypeId,ParentId,BillingStreet,BillingCity,BillingState,\
    BillingPostalCode,BillingCountry,BillingStateCode,BillingCountryCode,BillingLatitude,\
    BillingLongitude,BillingGeocodeAccuracy,ShippingStreet,ShippingCity,ShippingState,\
    ShippingPostalCode,ShippingCountry,ShippingStateCode,ShippingCountryCode,ShippingLatitude,\
    ShippingLongitude,ShippingGeocodeAccuracy,Phone,Fax,AccountNumber,Website,Sic,Industry,\
    AnnualRevenue,NumberOfEmployees,Ownership,TickerSymbol,Description,Rating,Site,CurrencyIsoCode,\
    OwnerId,CreatedDate,CreatedById,LastModifiedDate,LastModifiedById,SystemModstamp,LastActivityDate,\
    IsExcludedFromRealign,Jigsaw,JigsawCompanyId,AccountSource,SicDesc,OperatingHoursId";
pub const CONTACT: &str = "\
    Id,IsDeleted,MasterRecordId,AccountId,Salutation,FirstName,LastName,MiddleName,Suffix,RecordTypeId,\
    OtherStreet,OtherCity,OtherState,OtherPostalCode,OtherCountry,OtherStateCode,OtherCountryCode,\
    OtherLatitude,OtherLongitude,OtherGeocodeAccuracy,MailingStreet,MailingCity,MailingState,\
    MailingPostalCode,MailingCountry,MailingStateCode,MailingCountryCode,MailingLatitude,\
    MailingLongitude,MailingGeocodeAccuracy,Phone,Fax,MobilePhone,HomePhone,OtherPhone,AssistantPhone,\
    ReportsToId,Email,Title,Department,AssistantName,LeadSource,Birthdate,Description,CurrencyIsoCode,\
    OwnerId,HasOptedOutOfEmail,HasOptedOutOfFax,DoNotCall,CreatedDate,CreatedById,LastModifiedDate,\
    LastModifiedById,SystemModstamp,LastActivityDate,LastCURequestDate,LastCUUpdateDate,\
    EmailBouncedReason,EmailBouncedDate,Jigsaw,JigsawContactId,Pronouns,GenderIdentity";
pub const OPPORTUNITY: &str = "\
    Id,IsDeleted,AccountId,IsPrivate,Name,Description,StageName,StageSortOrder,Amount,Probability,\
    ExpectedRevenue,TotalOpportunityQuantity,CloseDate,Type,NextStep,LeadSource,IsClosed,IsWon,\
    ForecastCategory,ForecastCategoryName,CurrencyIsoCode,CampaignId,HasOpportunityLineItem,\
    Pricebook2Id,OwnerId,Territory2Id,IsExcludedFromTerritory2Filter,CreatedDate,CreatedById,\
    LastModifiedDate,LastModifiedById,SystemModstamp,LastActivityDate,LastStageChangeDate,FiscalYear,\
    FiscalQuarter,ContactId,PrimaryPartnerAccountId,SyncedQuoteId,ContractId,LastAmountChangedHistoryId,\
    LastCloseDateChangedHistoryId";
pub const CONTRACT: &str = "\
    Id,AccountId,CurrencyIsoCode,Pricebook2Id,OwnerExpirationNotice,StartDate,BillingStreet,BillingCity,\
    BillingState,BillingPostalCode,BillingCountry,BillingStateCode,BillingCountryCode,BillingLatitude,\
    BillingLongitude,BillingGeocodeAccuracy,ShippingStreet,ShippingCity,ShippingState,\
    ShippingPostalCode,ShippingCountry,ShippingStateCode,ShippingCountryCode,ShippingLatitude,\
    ShippingLongitude,ShippingGeocodeAccuracy,ContractTerm,OwnerId,Status,CompanySignedId,\
    CompanySignedDate,CustomerSignedId,CustomerSignedTitle,CustomerSignedDate,SpecialTerms,\
    ActivatedById,ActivatedDate,StatusCode,Description,Name,IsDeleted,ContractNumber,LastApprovedDate,\
    CreatedDate,CreatedById,LastModifiedDate,LastModifiedById,SystemModstamp,LastActivityDate";
pub const ASSET: &str = "\
    Id,ContactId,AccountId,AccountRollupId,ParentId,RootAssetId,Product2Id,IsCompetitorProduct,\
    CreatedDate,CreatedById,LastModifiedDate,LastModifiedById,SystemModstamp,IsDeleted,CurrencyIsoCode,\
    Name,SerialNumber,InstallDate,ManufactureDate,StatusReason,Uuid,ExternalIdentifier,PurchaseDate,\
    UsageEndDate,Status,DigitalAssetStatus,Price,Quantity,Description,OwnerId,LocationId,\
    AssetProvidedById,AssetServicedById,IsInternal,ConsequenceOfFailure,Street,City,State,PostalCode,\
    Country,StateCode,CountryCode,Latitude,Longitude,GeocodeAccuracy";
pub const TASK: &str = "\
    Id,WhoId,WhatId,WhoCount,WhatCount,Subject,ActivityDate,Status,Priority,OwnerId,Description,\
    CurrencyIsoCode,Type,IsDeleted,AccountId,IsClosed,CreatedDate,CreatedById,LastModifiedDate,\
    LastModifiedById,SystemModstamp,IsArchived,EmailMessageId,ActivityOriginType,CallDurationInSeconds,\
    CallType,CallDisposition,CallObject,ReminderDateTime,IsReminderSet,RecurrenceActivityId,\
    IsRecurrence,RecurrenceStartDateOnly,RecurrenceEndDateOnly,RecurrenceTimeZoneSidKey,RecurrenceType,\
    RecurrenceInterval,RecurrenceDayOfWeekMask,RecurrenceDayOfMonth,RecurrenceInstance,\
    RecurrenceMonthOfYear,RecurrenceRegeneratedType,CompletedDateTime";
pub const EVENT: &str = "\
    Id,WhoId,WhatId,WhoCount,WhatCount,Subject,Location,IsAllDayEvent,ActivityDateTime,ActivityDate,\
    DurationInMinutes,Description,AccountId,OwnerId,CurrencyIsoCode,Type,IsPrivate,ShowAs,IsDeleted,\
    IsChild,IsGroupEvent,GroupEventType,CreatedDate,CreatedById,LastModifiedDate,LastModifiedById,\
    SystemModstamp,IsArchived,RecurrenceActivityId,IsRecurrence,RecurrenceStartDateTime,\
    RecurrenceEndDateOnly,RecurrenceTimeZoneSidKey,RecurrenceType,RecurrenceInterval,\
    RecurrenceDayOfWeekMask,RecurrenceDayOfMonth,RecurrenceInstance,RecurrenceMonthOfYear,\
    ReminderDateTime,IsReminderSet,ProposedEventTimeframe";
